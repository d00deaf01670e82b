import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ActivitiesService } from '@app/activities/activities.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CorrectionsService } from '@app/corrections/corrections.service.js';
import { PipelineService } from '@app/pipeline/pipeline.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { Documented } from '../http/documented.js';
import { activitiesDocs } from './activities.docs.js';
import {
  ActivitiesQuery,
  ActivityPageDto,
  ActivityVersionsDto,
  CorrectActivityDto,
  CorrectedActivityDto,
  LogActivityDto,
  LoggedActivityDto,
  WithdrawActivityDto,
  WithdrawnActivityDto,
} from './activities.dto.js';

@ApiTags('activities')
@Documented<ActivitiesController>(activitiesDocs)
@Controller('activities')
export class ActivitiesController {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly pipeline: PipelineService,
    private readonly corrections: CorrectionsService,
  ) {}

  @Get()
  @ApiOkResponse({ type: ActivityPageDto })
  list(@CurrentActor() actor: Actor, @Query() { limit, after, ...filter }: ActivitiesQuery): Promise<ActivityPageDto> {
    return this.activities.list(actor, filter, { limit, after });
  }

  @Post()
  @ApiCreatedResponse({ type: LoggedActivityDto })
  log(@CurrentActor() actor: Actor, @Body() input: LogActivityDto): Promise<LoggedActivityDto> {
    return this.pipeline.logActivity(actor, input);
  }

  @Patch(':id')
  @ApiOkResponse({ type: CorrectedActivityDto })
  correct(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() input: CorrectActivityDto,
  ): Promise<CorrectedActivityDto> {
    return this.corrections.correctActivity(actor, id, input);
  }

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

  @Get(':id/versions')
  @ApiOkResponse({ type: ActivityVersionsDto })
  versions(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ActivityVersionsDto> {
    return this.corrections.versions(actor, id);
  }
}
