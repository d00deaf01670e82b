import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { DiaryService } from '@app/interviews/diary.service.js';
import { InterviewsService } from '@app/interviews/interviews.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { Documented } from '../http/documented.js';
import { interviewsDocs } from './interviews.docs.js';
import {
  EditInterviewDto,
  InterviewDto,
  InterviewListDto,
  InterviewPageDto,
  InterviewsQuery,
  SetInterviewDto,
} from './interviews.dto.js';
import { VersionDto } from '../http/shapes.dto.js';

@ApiTags('interviews')
@Documented<InterviewsController>(interviewsDocs)
@Controller()
export class InterviewsController {
  constructor(
    private readonly interviews: InterviewsService,
    private readonly diary: DiaryService,
  ) {}

  @Get('interviews')
  @ApiOkResponse({ type: InterviewPageDto })
  upcoming(
    @CurrentActor() actor: Actor,
    @Query() { limit, after, ...stretch }: InterviewsQuery,
  ): Promise<InterviewPageDto> {
    return this.interviews.upcoming(actor, stretch, { limit, after });
  }

  @Get('candidacies/:id/interviews')
  @ApiOkResponse({ type: InterviewListDto })
  ofCandidacy(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<InterviewListDto> {
    return this.interviews.ofCandidacy(actor, id);
  }

  @Post('candidacies/:id/interviews')
  @ApiCreatedResponse({ type: InterviewDto })
  set(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: SetInterviewDto): Promise<InterviewDto> {
    return this.interviews.setInterview(actor, id, input);
  }

  @Patch('interviews/:id')
  @ApiOkResponse({ type: InterviewDto })
  change(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() input: EditInterviewDto,
  ): Promise<InterviewDto> {
    return this.interviews.changeInterview(actor, id, input);
  }

  @Post('interviews/:id/cancellation')
  @HttpCode(200)
  @ApiOkResponse({ type: InterviewDto })
  cancel(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { version }: VersionDto,
  ): Promise<InterviewDto> {
    return this.interviews.cancelInterview(actor, id, version);
  }

  @Post('interviews/:id/restoration')
  @HttpCode(200)
  @ApiOkResponse({ type: InterviewDto })
  restore(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { version }: VersionDto,
  ): Promise<InterviewDto> {
    return this.interviews.restoreInterview(actor, id, version);
  }

  @Get('interviews/:id/calendar.ics')
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  async calendar(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<StreamableFile> {
    const { name, text } = await this.diary.calendar(actor, id);
    return new StreamableFile(Buffer.from(text), {
      type: 'text/calendar; charset=utf-8',
      disposition: `attachment; filename="${name}"`,
    });
  }
}
