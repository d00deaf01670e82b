import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { FlagsService } from '@app/stalls/flags.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { FlagListDto, TodayDto } from './stalls.dto.js';

@ApiTags('stalls')
@Controller()
export class StallsController {
  constructor(private readonly flags: FlagsService) {}

  @Get('today')
  @ApiOperation({ summary: 'What needs this person today, in the order the market windows run out.' })
  @ApiOkResponse({ type: TodayDto })
  async today(@CurrentActor() actor: Actor): Promise<TodayDto> {
    return { items: await this.flags.today(actor) };
  }

  @Get('searches/:id/flags')
  @ApiOperation({ summary: 'Why a search is flagged: each open flag with its basis and evidence.' })
  @ApiOkResponse({ type: FlagListDto })
  async openFlags(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<FlagListDto> {
    return { items: await this.flags.openFlags(actor, id) };
  }
}
