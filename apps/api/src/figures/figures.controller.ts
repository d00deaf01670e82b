import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { FiguresService } from '@app/figures/figures.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { Loads, SIDE_BY_SIDE } from '../http/load.decorator.js';
import { figuresDocs } from './figures.docs.js';
import { FiguresDto } from './figures.dto.js';
import { FiguresQuery, SideBySideQuery } from './figures-query.dto.js';
import { SideBySideDto } from './side-by-side.dto.js';

@ApiTags('figures')
@Documented<FiguresController>(figuresDocs)
@Controller('figures')
export class FiguresController {
  constructor(private readonly service: FiguresService) {}

  @Get()
  @Loads(SIDE_BY_SIDE)
  @ApiOkResponse({ type: FiguresDto })
  figures(@CurrentActor() actor: Actor, @Query() asked: FiguresQuery): Promise<FiguresDto> {
    return this.service.named(actor, asked);
  }

  @Get('side-by-side')
  @Loads(SIDE_BY_SIDE)
  @ApiOkResponse({ type: SideBySideDto })
  sideBySide(@CurrentActor() actor: Actor, @Query() asked: SideBySideQuery): Promise<SideBySideDto> {
    const { otherLeadId, otherOfficeId, otherClientId, otherRoleKey, otherPractice, otherOpenedFrom, otherOpenedTo } =
      asked;
    return this.service.sideBySide(actor, asked, {
      leadId: otherLeadId,
      officeId: otherOfficeId,
      clientId: otherClientId,
      roleKey: otherRoleKey,
      practice: otherPractice,
      openedFrom: otherOpenedFrom,
      openedTo: otherOpenedTo,
    });
  }
}
