import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { FlagsService } from '@app/flags/flags.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { Loads, PAST } from '../http/load.decorator.js';
import { PageQuery } from '../http/page.dto.js';
import { Documented } from '../http/documented.js';
import { flagsDocs } from './flags.docs.js';
import { AsOfQuery, FirmAsOfDto } from './as-of.dto.js';
import { AcknowledgeDto, AssignFlagDto, FlagDto, FlagListDto, SnoozeDto } from './flags.dto.js';
import { ChangeFlagsDto, FlagChangesDto } from './flag-changes.dto.js';
import { WhatIfDto, WhatIfResultDto } from './what-if.dto.js';
import { FlagHistoryDto, FlagWhyDto } from './why.dto.js';

@ApiTags('flags')
@Documented<FlagsController>(flagsDocs)
@Controller()
export class FlagsController {
  constructor(private readonly flags: FlagsService) {}

  @Get('searches/:id/flags')
  @ApiOkResponse({ type: FlagListDto })
  async openFlags(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<FlagListDto> {
    return { items: await this.flags.openFlags(actor, id) };
  }

  @Get('flags/:id/why')
  @ApiOkResponse({ type: FlagWhyDto })
  why(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<FlagWhyDto> {
    return this.flags.why(actor, id);
  }

  @Get('searches/:id/flag-history')
  @ApiOkResponse({ type: FlagHistoryDto })
  history(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() { after, limit }: PageQuery,
  ): Promise<FlagHistoryDto> {
    return this.flags.history(actor, id, { after, limit });
  }

  @Post('searches/:id/what-if')
  @HttpCode(200)
  @ApiOkResponse({ type: WhatIfResultDto })
  whatIf(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() changes: WhatIfDto): Promise<WhatIfResultDto> {
    return this.flags.whatIf(actor, id, changes);
  }

  @Get('flags')
  @Loads(PAST)
  @ApiOkResponse({ type: FirmAsOfDto })
  asOf(@CurrentActor() actor: Actor, @Query() { at, after, limit, ...filter }: AsOfQuery): Promise<FirmAsOfDto> {
    return this.flags.asOf(actor, at, filter, { after, limit });
  }

  @Post('flags/changes')
  @HttpCode(200)
  @ApiOkResponse({ type: FlagChangesDto })
  changeAll(@CurrentActor() actor: Actor, @Body() { changes }: ChangeFlagsDto): Promise<FlagChangesDto> {
    return this.flags.changeAll(actor, changes);
  }

  @Post('flags/:id/acknowledge')
  @HttpCode(200)
  @ApiOkResponse({ type: FlagDto })
  acknowledge(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { reason }: AcknowledgeDto,
  ): Promise<FlagDto> {
    return this.flags.acknowledge(actor, id, reason);
  }

  @Delete('flags/:id/acknowledge')
  @ApiOkResponse({ type: FlagDto })
  takeBack(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<FlagDto> {
    return this.flags.takeBack(actor, id);
  }

  @Post('flags/:id/snooze')
  @HttpCode(200)
  @ApiOkResponse({ type: FlagDto })
  snooze(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { until }: SnoozeDto): Promise<FlagDto> {
    return this.flags.snooze(actor, id, until);
  }

  @Delete('flags/:id/snooze')
  @ApiOkResponse({ type: FlagDto })
  wake(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<FlagDto> {
    return this.flags.wake(actor, id);
  }

  @Post('flags/:id/assign')
  @HttpCode(200)
  @ApiOkResponse({ type: FlagDto })
  assign(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { userId, reason }: AssignFlagDto,
  ): Promise<FlagDto> {
    return this.flags.assign(actor, id, userId, reason);
  }
}
