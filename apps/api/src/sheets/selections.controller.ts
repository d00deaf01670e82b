import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { SelectionsService } from '@app/sheets/selections.service.js';
import { WholeCandidatesQuery } from '../candidates/candidates.dto.js';
import { WholeClientsQuery } from '../clients/clients.dto.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { WholeSearchesQuery } from '../searches/searches.dto.js';
import { selectionsDocs } from './selections.docs.js';
import { SelectionDto } from './selections.dto.js';

@ApiTags('sheets')
@Documented<SelectionsController>(selectionsDocs)
@Controller()
export class SelectionsController {
  constructor(private readonly selections: SelectionsService) {}

  @Get('candidates/matching')
  @ApiOkResponse({ type: SelectionDto })
  candidates(
    @CurrentActor() actor: Actor,
    @Query() { sort, active, ...filter }: WholeCandidatesQuery,
  ): Promise<SelectionDto> {
    const inSearch = active === undefined ? {} : { active: active === 'true' };
    return this.selections.matchingCandidates(actor, { ...filter, ...inSearch }, sort);
  }

  @Get('searches/matching')
  @ApiOkResponse({ type: SelectionDto })
  searches(@CurrentActor() actor: Actor, @Query() { sort, ...filter }: WholeSearchesQuery): Promise<SelectionDto> {
    return this.selections.matchingSearches(actor, filter, sort);
  }

  @Get('clients/matching')
  @ApiOkResponse({ type: SelectionDto })
  clients(@CurrentActor() actor: Actor, @Query() { sort, ...filter }: WholeClientsQuery): Promise<SelectionDto> {
    return this.selections.matchingClients(actor, filter, sort);
  }
}
