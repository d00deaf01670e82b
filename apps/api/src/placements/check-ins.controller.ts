import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { CheckInsService } from '@app/placements/check-ins.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { PageQuery } from '../http/page.dto.js';
import { Documented } from '../http/documented.js';
import { checkInsDocs } from './check-ins.docs.js';
import { CheckInDto, CheckInPageDto, CheckInsQuery, DoCheckInDto } from './check-ins.dto.js';
import { VersionDto } from '../http/shapes.dto.js';

@ApiTags('placements')
@Documented<CheckInsController>(checkInsDocs)
@Controller()
export class CheckInsController {
  constructor(private readonly checkIns: CheckInsService) {}

  @Get('check-ins')
  @ApiOkResponse({ type: CheckInPageDto })
  list(@CurrentActor() actor: Actor, @Query() { until, ...page }: CheckInsQuery): Promise<CheckInPageDto> {
    return this.checkIns.list(actor, { until }, page);
  }

  @Get('offers/:id/check-ins')
  @ApiOkResponse({ type: CheckInPageDto })
  ofOffer(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() page: PageQuery): Promise<CheckInPageDto> {
    return this.checkIns.list(actor, { offerId: id }, page);
  }

  @Post('check-ins/:id/done')
  @HttpCode(200)
  @ApiOkResponse({ type: CheckInDto })
  done(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: DoCheckInDto): Promise<CheckInDto> {
    return this.checkIns.markDone(actor, id, input);
  }

  @Post('check-ins/:id/undone')
  @HttpCode(200)
  @ApiOkResponse({ type: CheckInDto })
  undone(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { version }: VersionDto): Promise<CheckInDto> {
    return this.checkIns.markUndone(actor, id, version);
  }
}
