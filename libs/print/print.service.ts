import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { ReportsService } from '@app/reports/reports.service.js';
import type { HealthReport } from '@app/reports/reports.types.js';
import type { Slice } from '@app/vocabulary/vocabulary.types.js';
import { Printer, PrintQueue } from './printer.adapter.js';

/** What the firm reads on a page, on paper. */
@Injectable()
export class PrintService implements OnApplicationShutdown {
  private readonly queue = new PrintQueue();
  private readonly printer = new Printer();

  constructor(private readonly reports: ReportsService) {}

  /** Pipeline health as this person sees it, in their zone: as it is now, or as it was read before. */
  async healthPdf(actor: Actor, slice: Slice = {}, read?: HealthReport): Promise<Buffer> {
    const [recipient, health] = await Promise.all([
      this.reports.recipient(actor),
      read ?? this.reports.report(actor, slice),
    ]);
    return this.queue.print(() => this.printer.print({ recipient, health }));
  }

  onApplicationShutdown(): Promise<void> {
    return this.printer.close();
  }
}
