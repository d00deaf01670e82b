import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CandidatesService } from '@app/candidates/candidates.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { Documented } from '../http/documented.js';
import { SaveAnywayQuery } from '../http/save-anyway.dto.js';
import { candidatesDocs } from './candidates.docs.js';
import {
  AddCandidateDto,
  CandidateDto,
  CandidatePageDto,
  CandidatesQuery,
  EditCandidateDto,
  SetArticle14Dto,
} from './candidates.dto.js';

@ApiTags('candidates')
@Documented<CandidatesController>(candidatesDocs)
@Controller('candidates')
export class CandidatesController {
  constructor(private readonly candidates: CandidatesService) {}

  @Get()
  @ApiOkResponse({ type: CandidatePageDto })
  list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit, sort, active, ...filter }: CandidatesQuery,
  ): Promise<CandidatePageDto> {
    const inSearch = active === undefined ? {} : { active: active === 'true' };
    return this.candidates.list(actor, { ...filter, ...inSearch }, { after, limit, sort });
  }

  @Post()
  @ApiCreatedResponse({ type: CandidateDto })
  add(
    @CurrentActor() actor: Actor,
    @Query() { force }: SaveAnywayQuery,
    @Body() input: AddCandidateDto,
  ): Promise<CandidateDto> {
    return this.candidates.addCandidate(actor, input, force === 'true');
  }

  @Get(':id')
  @ApiOkResponse({ type: CandidateDto })
  find(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<CandidateDto> {
    return this.candidates.find(actor, id);
  }

  @Patch(':id')
  @ApiOkResponse({ type: CandidateDto })
  edit(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() { force }: SaveAnywayQuery,
    @Body() input: EditCandidateDto,
  ): Promise<CandidateDto> {
    return this.candidates.editCandidate(actor, id, input, force === 'true');
  }

  @Post(':id/article-14')
  @HttpCode(200)
  @ApiOkResponse({ type: CandidateDto })
  setArticle14(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() input: SetArticle14Dto,
  ): Promise<CandidateDto> {
    return this.candidates.setArticle14(actor, id, input);
  }
}
