import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { RoleTemplatesService } from '@app/role-templates/role-templates.service.js';
import { StagesService } from '@app/stages/stages.service.js';
import { Config } from '@app/platform/config/config.js';
import { BulkSession } from '@app/platform/database/bulk-session.js';
import type { Transaction } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { IMPORT_LOCK } from '@app/import-files/import-lock.sql.js';
import { FileImport } from './file-import.service.js';
import type { KnownRows } from '@app/import-files/import-values.rules.js';
import {
  IMPORT_FILES,
  type FileLimits,
  type FileProgress,
  type FileShape,
  type FileShapes,
  type ImportFileName,
  type ImportProgress,
  type Refusal,
} from '@app/import-files/import-files.types.js';
import { proposeHolidays, refreshClocks } from './follow-up.merge.js';
import { type Importing, Merge } from './bulk.merge.js';

export interface ImportSource {
  readonly names: ReadonlySet<ImportFileName>;
  open(name: ImportFileName, firstByte: number): Readable;
}

export interface ImportListener {
  /** The file is read from its beginning; what was refused of it before is refused anew. */
  began(file: ImportFileName): Promise<void>;
  /** All of one file; its shape is unknown where its header cannot be read. */
  refused(refusals: readonly Refusal[], file: ImportFileName, shape: FileShape | undefined): Promise<void>;
  progressed(progress: ImportProgress): void;
}

export interface ImportRequest {
  readonly source: ImportSource;
  readonly listener: ImportListener;
  /** Through whose eyes references are looked up, and who stands in the audit. */
  readonly by: Importing;
  /** Nothing is changed: everything is done and rolled back. */
  readonly checkOnly: boolean;
  /** What an interrupted run had finished. */
  readonly finished?: readonly FileProgress[];
  readonly shapes?: FileShapes | undefined;
  readonly refusedBefore?: readonly { file: ImportFileName; ref: string; row: number }[];
  readonly limits?: FileLimits;
  /** Aborted when it is called off: what the database does for it at that moment has been ended. */
  readonly stop?: AbortSignal;
  /** Before the first file, in the same transaction when nothing is to be kept. */
  readonly prepare?: (tx: Transaction) => Promise<void>;
}

const DEADLOCK = '40P01';
const CLOCK_ATTEMPTS = 4;

/** Brings files into firms, one import of a firm at a time. */
@Injectable()
export class ImporterService {
  constructor(
    private readonly config: Config,
    private readonly stages: StagesService,
    private readonly templates: RoleTemplatesService,
  ) {}

  /** Nobody else imports into the firm nor erases in it while `work` runs; refuses when somebody does already. */
  async withLock<T>(firmId: string, work: (firm: LockedFirm) => Promise<T>): Promise<T> {
    const session = await BulkSession.open(this.config.DATABASE_URL);
    try {
      // the lock goes with the connection
      const [lock] = await session.query<{ taken: boolean }>(`select pg_try_advisory_lock(${IMPORT_LOCK}) as taken`, [
        firmId,
      ]);
      if (!lock?.taken) {
        const sentence =
          'Another import is running for this firm, or a person is being erased. Try again when that has finished.';
        throw new DomainError<'import_running'>('import_running', sentence);
      }
      const done = await work(new LockedFirm(session, firmId, this.stages, this.templates));
      // the server hears of the end of a connection a little later, and the next import may begin at once
      await session.query(`select pg_advisory_unlock(${IMPORT_LOCK})`, [firmId]);
      return done;
    } finally {
      await session.close();
    }
  }
}

export class LockedFirm {
  constructor(
    private readonly session: BulkSession,
    private readonly firmId: string,
    private readonly stages: StagesService,
    private readonly templates: RoleTemplatesService,
  ) {}

  /** The connection that works for it. */
  get backend(): number {
    return this.session.backend;
  }

  /** Reads the files in the order of their dependencies, each in one transaction. Doing it again changes nothing. */
  async import(request: ImportRequest): Promise<ImportProgress> {
    const run = new FirmImport(this.session, this.firmId, request, this.stages, this.templates);
    try {
      if (request.checkOnly) await this.session.transaction(async () => (await run.everything(), 'roll back' as const));
      else await run.everything();
    } catch (error) {
      if (!request.stop?.aborted) throw error;
      // the end of its last statement may still be on its way, and hit this
      await run.stopped().catch(() => run.stopped());
    }
    return run.progress;
  }
}

class FirmImport {
  readonly progress: ImportProgress & { shapes: FileShapes };
  private readonly refusedFiles = new Set<ImportFileName>();
  private readonly known: Record<
    keyof KnownRows,
    { file: ImportFileName; ids: Map<string, string>; refused: Map<string, number> }
  > = {
    offices: { file: 'offices.csv', ids: new Map(), refused: new Map() },
    users: { file: 'users.csv', ids: new Map(), refused: new Map() },
    stages: { file: 'stages.csv', ids: new Map(), refused: new Map() },
  };

  constructor(
    private readonly session: BulkSession,
    private readonly firmId: string,
    private readonly request: ImportRequest,
    private readonly stages: StagesService,
    private readonly templates: RoleTemplatesService,
  ) {
    const finished = new Map(request.finished?.map((file) => [file.name, file]));
    this.progress = {
      files: IMPORT_FILES.filter((name) => request.source.names.has(name)).map(
        (name) => finished.get(name) ?? { name, rows: 0, kept: 0, refused: 0, state: 'waiting' },
      ),
      notices: [],
      shapes: { ...request.shapes },
    };
    for (const file of this.progress.files) if (file.state === 'refused') this.refusedFiles.add(file.name);
  }

  async everything(): Promise<void> {
    await this.prepare();
    for (const name of IMPORT_FILES) {
      this.request.stop?.throwIfAborted();
      await this.inTransaction(() => this.importFile(name));
    }
    await this.inTransaction(() => this.readClocks());
    this.request.listener.progressed(this.progress);
  }

  /** Called off: the file it was reading is as it was before, and the clocks follow the files that were done. */
  async stopped(): Promise<void> {
    for (const file of this.progress.files) {
      if (file.state === 'running') Object.assign(file, { rows: 0, kept: 0, refused: 0, state: 'waiting' });
    }
    const some = this.progress.files.some(({ state }) => state === 'done');
    if (some && !this.request.checkOnly) await this.inTransaction(() => this.readClocks());
    this.progress.stopped = true;
  }

  private async prepare(): Promise<void> {
    await this.request.prepare?.(this.session.tx);
    await this.session.query(
      `create temp table refused_ref (file text not null, ref text not null, row_number bigint not null);
       create index on refused_ref (file, ref);
       create temp table refused_row (row_number bigint not null, column_name text not null, sentence text not null)`,
    );
    await this.session.query(`create temp view known_search as ${this.merge().knownSearches}`);
    const before = this.request.refusedBefore ?? [];
    await this.session.query('insert into refused_ref select * from unnest($1::text[], $2::text[], $3::bigint[])', [
      before.map(({ file }) => file),
      before.map(({ ref }) => ref),
      before.map(({ row }) => row),
    ]);
    for (const refusal of before) this.remember(refusal);
    for (const rows of ['offices', 'users', 'stages'] as const) await this.learn(rows);
  }

  private async inTransaction(work: () => Promise<void>): Promise<void> {
    if (this.request.checkOnly) return work();
    await this.session.transaction(async () => (await work(), 'commit' as const));
  }

  private async importFile(name: ImportFileName): Promise<void> {
    const progress = this.progress.files.find((file) => file.name === name);
    if (progress?.state === 'waiting') {
      progress.state = 'running';
      await this.request.listener.began(name);
      // a mere check takes back what it did, so nobody need wait for its end
      if (name === 'stages.csv' && !this.request.checkOnly)
        await this.stages.lockForImport(this.session.tx, this.firmId);
      const file = new FileImport(this.session, this.firmId, name, {
        open: (firstByte) => this.request.source.open(name, firstByte),
        known: this.known,
        refusedFiles: this.refusedFiles,
        limits: this.request.limits,
        stop: this.request.stop,
        by: this.request.by,
        refused: async (refusals) => {
          for (const { file: of, ref, row } of refusals) if (ref !== null) this.remember({ file: of, ref, row });
          await this.request.listener.refused(refusals, name, this.progress.shapes[name]);
        },
        shaped: (shape) => (this.progress.shapes[name] = shape),
        read: (rows, refused) => {
          Object.assign(progress, { rows, refused, kept: Math.max(0, rows - refused) });
          this.request.listener.progressed(this.progress);
        },
        notice: (sentence) => this.progress.notices.push(sentence),
      });
      progress.state = await file.run();
      if (progress.state === 'refused') progress.kept = 0;
      if (progress.state === 'refused') this.refusedFiles.add(name);
      this.request.listener.progressed(this.progress);
    }
    if (name === 'offices.csv') await this.learn('offices');
    if (name === 'users.csv') await this.learn('users');
    if (name === 'stages.csv') {
      await this.giveDefaults();
      await this.learn('stages');
    }
  }

  private remember({ file, ref, row }: { file: string; ref: string; row: number }): void {
    const known = Object.values(this.known).find((rows) => rows.file === file);
    if (known && !known.refused.has(ref)) known.refused.set(ref, row);
  }

  private async learn(rows: keyof KnownRows): Promise<void> {
    const sql = {
      offices: 'select key, id from office where firm_id = $1',
      users: 'select email as key, id from firm_user where firm_id = $1',
      // a kind stands for its first stage, unless a stage is called so
      stages: `select key, id from stage where firm_id = $1
               union all
               (select distinct on (kind) kind, id from stage s
                where firm_id = $1 and not exists (select 1 from stage k where k.firm_id = $1 and k.key = s.kind)
                order by kind, archived_at is not null, position, id)`,
    }[rows];
    const found = await this.session.query<{ key: string; id: string }>(sql, [this.firmId]);
    this.known[rows].ids = new Map(found.map(({ key, id }) => [key, id]));
  }

  /** What a new firm starts with, where it did not come with the files. */
  private async giveDefaults(): Promise<void> {
    const { firmId } = this;
    const [stage] = await this.session.query('select 1 from stage where firm_id = $1 limit 1', [firmId]);
    if (!stage) await this.stages.giveDefaults(this.session.tx, firmId);
    const [role] = await this.session.query('select 1 from role_template where firm_id = $1 limit 1', [firmId]);
    if (!role) await this.templates.giveDefaults(this.session.tx, firmId);
  }

  private merge(): Merge {
    return new Merge(this.session, this.firmId, 'searches.csv', new Set(), this.refusedFiles, this.request.by);
  }

  /** People may be working meanwhile; a deadlock with one of them costs another try, not the import. */
  private async readClocks(): Promise<void> {
    const merge = this.merge();
    await proposeHolidays(merge, (sentence) => this.progress.notices.push(sentence));
    for (let attempt = 1; ; attempt += 1) {
      await this.session.query('savepoint clocks');
      try {
        await refreshClocks(merge);
        return;
      } catch (error) {
        if (attempt === CLOCK_ATTEMPTS || (error as { code?: string }).code !== DEADLOCK) throw error;
        await this.session.query('rollback to savepoint clocks');
      }
    }
  }
}
