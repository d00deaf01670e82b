import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { PipelineHealthSource, type PipelineHealth } from '@app/reminders/reminders.types.js';
import { PrintService } from '@app/print/print.service.js';
import { ReportsService } from '@app/reports/reports.service.js';

/** What the Monday mail shows is what the partner's page shows, by the same rules of who may see what. */
@Injectable()
export class HealthReport extends PipelineHealthSource {
  constructor(
    private readonly reports: ReportsService,
    private readonly printing: PrintService,
  ) {
    super();
  }

  async pipelineHealth(actor: Actor): Promise<PipelineHealth> {
    const health = await this.reports.report(actor);
    return { ...health, pdf: await this.printing.healthPdf(actor, {}, health) };
  }
}
