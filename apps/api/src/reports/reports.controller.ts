import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { ReportsService } from '@app/reports/reports.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { type Load, Loads } from '../http/load.decorator.js';
import { FindQuery, FoundListDto, PipelineHealthDto } from './reports.dto.js';

/** Asks side by side for what stands on one page. */
const SIDE_BY_SIDE: Load = { connections: 3 };

@ApiTags('reports')
@Controller()
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get('pipeline-health')
  @Loads(SIDE_BY_SIDE)
  @ApiOperation({ summary: 'Searches by health with reasons, windows closing this week, time to offer.' })
  @ApiOkResponse({ type: PipelineHealthDto })
  pipelineHealth(@CurrentActor() actor: Actor): Promise<PipelineHealthDto> {
    return this.reports.pipelineHealth(actor);
  }

  @Get('pipeline-health.pdf')
  @Loads(SIDE_BY_SIDE)
  @ApiOperation({ summary: "The same on one or two sheets of A4, in the reader's time zone." })
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async pipelineHealthPdf(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    return new StreamableFile(await this.reports.healthPdf(actor), {
      type: 'application/pdf',
      disposition: 'attachment; filename="pipeline-health.pdf"',
    });
  }

  @Get('find')
  @ApiOperation({ summary: 'The few searches, candidates and clients that fit what is being typed.' })
  @ApiOkResponse({ type: FoundListDto })
  async find(@CurrentActor() actor: Actor, @Query() { q }: FindQuery): Promise<FoundListDto> {
    return { items: await this.reports.find(actor, q) };
  }
}
