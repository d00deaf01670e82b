import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { CorrectionsService } from '@app/pipeline/corrections.service.js';
import { PipelineService } from '@app/pipeline/pipeline.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import {
  ActivityVersionsDto,
  CorrectActivityDto,
  CorrectedActivityDto,
  LogActivityDto,
  LoggedActivityDto,
  WithdrawActivityDto,
  WithdrawnActivityDto,
} from './activities.dto.js';

@ApiTags('activities')
@Controller('activities')
export class ActivitiesController {
  constructor(
    private readonly pipeline: PipelineService,
    private readonly corrections: CorrectionsService,
  ) {}

  /** Records what was said or done; a two-way conversation moves the clocks of the search. */
  @Post()
  @ApiCreatedResponse({ type: LoggedActivityDto })
  log(@CurrentActor() actor: Actor, @Body() input: LogActivityDto): Promise<LoggedActivityDto> {
    return this.pipeline.logActivity(actor, input);
  }

  /** Puts its words right. What it said before stays in its history; no clock moves. */
  @Patch(':id')
  @ApiOkResponse({ type: CorrectedActivityDto })
  correct(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() input: CorrectActivityDto,
  ): Promise<CorrectedActivityDto> {
    return this.corrections.correctActivity(actor, id, input);
  }

  /** Takes it back: it counts for nothing any more, and clocks stand where they stood without it. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  @ApiOkResponse({ type: WithdrawnActivityDto })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() input: WithdrawActivityDto,
  ): Promise<WithdrawnActivityDto> {
    return this.corrections.withdrawActivity(actor, id, input);
  }

  /** What it said before each change. */
  @Get(':id/versions')
  @ApiOkResponse({ type: ActivityVersionsDto })
  versions(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ActivityVersionsDto> {
    return this.corrections.versions(actor, id);
  }
}
