import { Injectable, type OnModuleDestroy, ServiceUnavailableException } from '@nestjs/common';
import { missingMigrations } from '@app/platform/database/migrate.js';
import { QuickReader } from '@app/platform/database/quick-reader.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import type { HttpErrorCode } from '../http/problems.js';

@Injectable()
export class Readiness implements OnModuleDestroy {
  private stopping = false;
  private migrated = false;

  constructor(private readonly reader: QuickReader) {}

  /** The schema is asked about until it is there, then only whether the database answers. */
  async check(): Promise<{ status: 'ok' }> {
    if (this.stopping) throw new ServiceUnavailableException();
    if (this.migrated) await this.reader.query('select 1');
    else this.refuse(await missingMigrations(this.reader));
    return { status: 'ok' };
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }

  private refuse(missing: readonly string[]): void {
    this.migrated = missing.length === 0;
    if (this.migrated) return;
    const lacks = missing.length === 1 ? 'a migration' : `${missing.length} migrations`;
    const sentence = `The database lacks ${lacks} of this version. Run the command migrate; requests are taken once it has ended.`;
    throw new DomainError<HttpErrorCode>('unavailable', sentence);
  }
}
