import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { SearchesService } from '@app/searches/searches.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { IdParam } from '../http/id.dto.js';
import { briefsDocs } from './briefs.docs.js';
import { BriefDto, BriefParam, BriefVersionListDto } from './briefs.dto.js';

@ApiTags('searches')
@Documented<BriefsController>(briefsDocs)
@Controller('searches/:id/briefs')
export class BriefsController {
  constructor(private readonly searches: SearchesService) {}

  @Get()
  @ApiOkResponse({ type: BriefVersionListDto })
  list(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<BriefVersionListDto> {
    return this.searches.briefs(actor, id);
  }

  @Get(':version')
  @ApiOkResponse({ type: BriefDto })
  find(@CurrentActor() actor: Actor, @Param() { id, version }: BriefParam): Promise<BriefDto> {
    return this.searches.brief(actor, id, version);
  }
}
