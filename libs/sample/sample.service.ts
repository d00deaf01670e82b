import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { AuditAuthor } from '@app/audit/audit.types.js';
import { LoginsService } from '@app/auth/logins.service.js';
import { mayManageFirm } from '@app/identity/access.rules.js';
import type { Actor, IdentityErrorCode } from '@app/identity/identity.types.js';
import { ImporterService } from '@app/merges/importer.service.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { demand } from '@app/platform/errors/demand.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { SampleMakerService } from './sample-maker.service.js';
import { SampleRepository } from './sample.repository.js';
import { type Owner, type Sample, SAMPLE_NAME } from './sample.types.js';

/** Who asks while another process makes it, or takes it away, waits for that. */
const PATIENCE_MS = 20_000;
const LOOK_MS = 250;

/**
 * Sample data for whoever has none of their own yet: a simulated firm of its own, beside theirs. So it is in no figure,
 * list or export of theirs, and taken away whole. No reminder is planned for it, and no email or invitation leaves it.
 */
@Injectable()
export class SampleService {
  constructor(
    private readonly database: Database,
    private readonly repository: SampleRepository,
    private readonly maker: SampleMakerService,
    private readonly importer: ImporterService,
    private readonly logins: LoginsService,
    private readonly audit: AuditService,
  ) {}

  /** One of each firm: made for whoever asks first, and there for whoever asks again. The actor may enter it from now on. */
  async show(actor: Actor): Promise<Sample> {
    const owner = await this.demandOwner(actor);
    return patiently(async () => {
      const standing = await this.repository.find(this.database.db, owner.firmId);
      const id = standing?.id ?? newId();
      if (standing?.ready) await this.database.transaction((tx) => this.repository.join(tx, id, owner));
      else if (!(await this.maker.make(id, owner.firmId, (tx) => this.open(tx, actor, owner, id)))) return null;
      return { id, name: SAMPLE_NAME };
    });
  }

  /** Whoever looks at it is back in their own firm, and nothing of it is left but the entry that says so. */
  async takeAway(actor: Actor): Promise<void> {
    const owner = await this.demandOwner(actor);
    await patiently(async () => {
      const standing = await this.repository.find(this.database.db, owner.firmId);
      if (!standing) return true;
      return this.importer.withLock(standing.id, () =>
        this.database.transaction(async (tx) => {
          await this.logins.moveSessions(tx, standing.id, owner.firmId);
          const removed = await this.repository.remove(tx, standing.id);
          if (removed) await this.record(tx, owner, 'sample.taken_away', standing.id);
          return true;
        }),
      );
    });
    this.logins.forgetSessions();
  }

  private async open(tx: Transaction, actor: Actor, owner: Owner, id: string): Promise<void> {
    await this.repository.giveLead(tx, id, owner);
    await this.record(tx, { ...owner, once: actor.once }, 'sample.shown', id);
  }

  private async demandOwner(actor: Actor): Promise<Owner> {
    const owner = await this.repository.ownerOf(this.database.db, actor);
    if (!owner) throw new DomainError<IdentityErrorCode>('user_not_found', 'This user no longer exists.');
    demand(mayManageFirm(owner), 'Only partners and admins can ask for sample data or take it away.');
    return owner;
  }

  private record(tx: Transaction, author: AuditAuthor, action: string, id: string): Promise<void> {
    return this.audit.record(tx, author, { action, subjectType: 'firm', subjectId: id });
  }
}

/** Again and again until there is an answer; while another process works on it, only so long. */
async function patiently<T>(work: () => Promise<T | null>): Promise<T> {
  for (const until = performance.now() + PATIENCE_MS; ; await pause(LOOK_MS)) {
    try {
      const done = await work();
      if (done !== null) return done;
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
    }
  }
}

const isBusy = (error: unknown): boolean => error instanceof DomainError && error.code === 'import_running';
