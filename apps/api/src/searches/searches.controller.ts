import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { SearchesService } from '@app/searches/searches.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { Documented } from '../http/documented.js';
import { searchesDocs } from './searches.docs.js';
import { SearchDto, SearchPageDto } from './search.dto.js';
import {
  CloseSearchDto,
  EditSearchDto,
  HoldSearchDto,
  LeaveSearchDto,
  OpenSearchDto,
  ReopenSearchDto,
  ResumeSearchDto,
  SearchesQuery,
} from './searches.dto.js';

@ApiTags('searches')
@Documented<SearchesController>(searchesDocs)
@Controller()
export class SearchesController {
  constructor(private readonly searches: SearchesService) {}

  @Get('searches')
  @ApiOkResponse({ type: SearchPageDto })
  list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit, sort, ...filter }: SearchesQuery,
  ): Promise<SearchPageDto> {
    return this.searches.list(actor, filter, { after, limit, sort });
  }

  @Post('searches')
  @ApiCreatedResponse({ type: SearchDto })
  open(@CurrentActor() actor: Actor, @Body() input: OpenSearchDto): Promise<SearchDto> {
    return this.searches.openSearch(actor, input);
  }

  @Get('searches/:id')
  @ApiOkResponse({ type: SearchDto })
  find(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<SearchDto> {
    return this.searches.find(actor, id);
  }

  @Patch('searches/:id')
  @ApiOkResponse({ type: SearchDto })
  edit(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: EditSearchDto): Promise<SearchDto> {
    return this.searches.editSearch(actor, id, input);
  }

  @Post('searches/:id/leaving')
  @HttpCode(200)
  @ApiOkResponse({ type: SearchDto })
  leave(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: LeaveSearchDto): Promise<SearchDto> {
    return this.searches.leaveSearch(actor, id, input);
  }

  @Post('searches/:id/hold')
  @HttpCode(200)
  @ApiOkResponse({ type: SearchDto })
  hold(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: HoldSearchDto): Promise<SearchDto> {
    return this.searches.holdSearch(actor, id, input);
  }

  @Post('searches/:id/resume')
  @HttpCode(200)
  @ApiOkResponse({ type: SearchDto })
  resume(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: ResumeSearchDto): Promise<SearchDto> {
    return this.searches.resumeSearch(actor, id, input);
  }

  @Post('searches/:id/close')
  @HttpCode(200)
  @ApiOkResponse({ type: SearchDto })
  close(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: CloseSearchDto): Promise<SearchDto> {
    return this.searches.closeSearch(actor, id, input);
  }

  @Post('searches/:id/reopen')
  @HttpCode(200)
  @ApiOkResponse({ type: SearchDto })
  reopen(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: ReopenSearchDto): Promise<SearchDto> {
    return this.searches.reopenSearch(actor, id, input);
  }
}
