import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { PipelineService } from '@app/pipeline/pipeline.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { LogActivityDto, LoggedActivityDto } from './activities.dto.js';

@ApiTags('activities')
@Controller('activities')
export class ActivitiesController {
  constructor(private readonly pipeline: PipelineService) {}

  /** Records what was said or done; a two-way conversation moves the clocks of the search. */
  @Post()
  @ApiCreatedResponse({ type: LoggedActivityDto })
  log(@CurrentActor() actor: Actor, @Body() input: LogActivityDto): Promise<LoggedActivityDto> {
    return this.pipeline.logActivity(actor, input);
  }
}
