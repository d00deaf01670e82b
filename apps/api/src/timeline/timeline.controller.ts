import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { TimelineService } from '@app/timeline/timeline.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { timelineDocs } from './timeline.docs.js';
import { TimelinePageDto, TimelineQuery } from './timeline.dto.js';

@ApiTags('timeline')
@Documented<TimelineController>(timelineDocs)
@Controller('timeline')
export class TimelineController {
  constructor(private readonly timeline: TimelineService) {}

  @Get()
  @ApiOkResponse({ type: TimelinePageDto })
  list(@CurrentActor() actor: Actor, @Query() { limit, after, ...filter }: TimelineQuery): Promise<TimelinePageDto> {
    return this.timeline.page(actor, filter, { limit, after });
  }
}
