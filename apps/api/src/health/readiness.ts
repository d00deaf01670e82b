import { Injectable, type OnModuleDestroy, ServiceUnavailableException } from '@nestjs/common';
import { type Changes, lackOf, pendingChanges } from '@app/platform/migrate/migrate.js';
import { QuickDb } from '@app/platform/database/quick-db.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { DEFINITIONS } from '@app/schema/schema.sql.js';
import type { HttpErrorCode } from '../http/problems.js';

@Injectable()
export class Readiness implements OnModuleDestroy {
  private stopping = false;
  private migrated = false;

  constructor(private readonly db: QuickDb) {}

  /** The schema is asked about until it is there, then only whether the database answers. */
  async check(): Promise<{ status: 'ok' }> {
    if (this.stopping) throw new ServiceUnavailableException();
    if (this.migrated) await this.db.query('select 1');
    else this.refuse(await pendingChanges(this.db, DEFINITIONS));
    return { status: 'ok' };
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }

  private refuse(changes: Changes): void {
    const lack = lackOf(changes);
    this.migrated = lack === null;
    if (this.migrated) return;
    const sentence = `The database lacks ${lack} of this version. Run the command migrate; requests are taken once it has ended.`;
    throw new DomainError<HttpErrorCode>('unavailable', sentence);
  }
}
