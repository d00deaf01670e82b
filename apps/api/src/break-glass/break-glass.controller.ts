import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { BreakGlassService } from '@app/break-glass/break-glass.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { SearchListDto } from '../searches/search.dto.js';
import { breakGlassDocs } from './break-glass.docs.js';
import { BreakGlassDto } from './break-glass.dto.js';

@ApiTags('break-glass')
@Documented<BreakGlassController>(breakGlassDocs)
@Controller('searches/break-glass')
export class BreakGlassController {
  constructor(private readonly glass: BreakGlassService) {}

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: SearchListDto })
  open(@CurrentActor() actor: Actor, @Body() input: BreakGlassDto): Promise<SearchListDto> {
    return this.glass.open(actor, actor, input);
  }
}
