import { Injectable, type OnModuleDestroy, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';

@Injectable()
export class Readiness implements OnModuleDestroy {
  private stopping = false;

  constructor(private readonly database: Database) {}

  async check(): Promise<{ status: 'ok' }> {
    if (this.stopping) throw new ServiceUnavailableException();
    await this.database.reader.query('select 1');
    return { status: 'ok' };
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }
}
