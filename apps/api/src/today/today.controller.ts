import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { TodayService } from '@app/today/today.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Loads, SIDE_BY_SIDE } from '../http/load.decorator.js';
import { Documented } from '../http/documented.js';
import { TodayDto, TodayQuery } from './today.dto.js';
import { todayDocs } from './today.docs.js';

@ApiTags('today')
@Documented<TodayController>(todayDocs)
@Controller('today')
export class TodayController {
  constructor(private readonly today: TodayService) {}

  @Get()
  @Loads(SIDE_BY_SIDE)
  @ApiOkResponse({ type: TodayDto })
  list(@CurrentActor() actor: Actor, @Query() query: TodayQuery): Promise<TodayDto> {
    return this.today.today(actor, query);
  }
}
