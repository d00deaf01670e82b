import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DesksService } from '@app/desks/desks.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { IdParam } from '../http/id.dto.js';
import { desksDocs } from './desks.docs.js';
import { SearchFiguresDto } from './desks.dto.js';

@ApiTags('figures')
@Documented<DesksController>(desksDocs)
@Controller('searches/:id/figures')
export class DesksController {
  constructor(private readonly desks: DesksService) {}

  @Get()
  @ApiOkResponse({ type: SearchFiguresDto })
  figures(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<SearchFiguresDto> {
    return this.desks.searchFigures(actor, id);
  }
}
