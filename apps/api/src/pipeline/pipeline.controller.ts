import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { CandidaciesService } from '@app/pipeline/candidacies.service.js';
import { PipelineService } from '@app/pipeline/pipeline.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { PageQuery } from '../http/page.dto.js';
import { Documented } from '../http/documented.js';
import { pipelineDocs } from './pipeline.docs.js';
import { BoardDto, CardDto, EndedPageDto } from './board.dto.js';
import {
  AddCandidacyDto,
  CandidacyDto,
  CorrectMoveDto,
  EndCandidacyDto,
  MoveCandidacyDto,
  ReactivateCandidacyDto,
} from './pipeline.dto.js';

@ApiTags('pipeline')
@Documented<PipelineController>(pipelineDocs)
@Controller()
export class PipelineController {
  constructor(
    private readonly pipeline: PipelineService,
    private readonly candidacies: CandidaciesService,
  ) {}

  @Get('searches/:id/board')
  @ApiOkResponse({ type: BoardDto })
  board(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<BoardDto> {
    return this.candidacies.board(actor, id);
  }

  @Get('searches/:id/ended')
  @ApiOkResponse({ type: EndedPageDto })
  ended(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() page: PageQuery): Promise<EndedPageDto> {
    return this.candidacies.ended(actor, id, page);
  }

  @Post('searches/:id/candidacies')
  @ApiCreatedResponse({ type: CardDto })
  add(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: AddCandidacyDto): Promise<CardDto> {
    return this.pipeline.addCandidacy(actor, id, input);
  }

  @Get('candidacies/:id')
  @ApiOkResponse({ type: CandidacyDto })
  find(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<CandidacyDto> {
    return this.candidacies.find(actor, id);
  }

  @Post('candidacies/:id/moves')
  @ApiCreatedResponse({ type: CardDto })
  move(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: MoveCandidacyDto): Promise<CardDto> {
    return this.pipeline.moveCandidacy(actor, id, input);
  }

  @Post('candidacies/:id/outcome')
  @HttpCode(200)
  @ApiOkResponse({ type: CandidacyDto })
  end(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: EndCandidacyDto): Promise<CandidacyDto> {
    return this.pipeline.endCandidacy(actor, id, input);
  }

  @Post('candidacies/:id/reactivation')
  @HttpCode(200)
  @ApiOkResponse({ type: CandidacyDto })
  reactivate(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() input: ReactivateCandidacyDto,
  ): Promise<CandidacyDto> {
    return this.pipeline.reactivateCandidacy(actor, id, input);
  }

  @Post('candidacies/:id/corrections')
  @HttpCode(200)
  @ApiOkResponse({ type: CandidacyDto })
  correct(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() input: CorrectMoveDto,
  ): Promise<CandidacyDto> {
    return this.pipeline.correctMove(actor, id, input);
  }
}
