import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { PrintService } from '@app/print/print.service.js';
import { ReportsService } from '@app/reports/reports.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Loads, PAST, SIDE_BY_SIDE } from '../http/load.decorator.js';
import { Documented } from '../http/documented.js';
import { reportsDocs } from './reports.docs.js';
import { FindQuery, FoundListDto, HealthChangesDto, PipelineHealthDto, SliceQuery } from './reports.dto.js';

@ApiTags('reports')
@Documented<ReportsController>(reportsDocs)
@Controller()
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly printing: PrintService,
  ) {}

  @Get('pipeline-health')
  @Loads(SIDE_BY_SIDE)
  @ApiOkResponse({ type: PipelineHealthDto })
  pipelineHealth(@CurrentActor() actor: Actor, @Query() slice: SliceQuery): Promise<PipelineHealthDto> {
    return this.reports.pipelineHealth(actor, slice);
  }

  @Get('pipeline-health/changes')
  @Loads(PAST)
  @ApiOkResponse({ type: HealthChangesDto })
  pipelineHealthChanges(@CurrentActor() actor: Actor, @Query() slice: SliceQuery): Promise<HealthChangesDto> {
    return this.reports.changes(actor, slice);
  }

  @Get('pipeline-health.pdf')
  @Loads(PAST)
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async pipelineHealthPdf(@CurrentActor() actor: Actor, @Query() slice: SliceQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.printing.healthPdf(actor, slice), {
      type: 'application/pdf',
      disposition: 'attachment; filename="pipeline-health.pdf"',
    });
  }

  @Get('find')
  @ApiOkResponse({ type: FoundListDto })
  async find(@CurrentActor() actor: Actor, @Query() { q }: FindQuery): Promise<FoundListDto> {
    return { items: await this.reports.find(actor, q) };
  }
}
