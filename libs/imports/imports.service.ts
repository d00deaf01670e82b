import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { demand } from '@app/platform/errors/demand.js';
import { mayImport } from '@app/identity/access.rules.js';
import { type Actor, systemActor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import type { Page, PageRequest } from '@app/platform/lists/page.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { firmByFirm } from '@app/platform/firms/firm-by-firm.js';
import { FileStore } from '@app/platform/files/file-store.js';
import { announce } from '@app/platform/announcements/announcements.js';
import {
  type LockedFirm,
  ImporterService,
  type ImportListener,
  type ImportSource,
} from '@app/merges/importer.service.js';
import { IMPORT_FINISHED, IMPORT_STARTED } from './imports.events.js';
import { ImportsRepository } from './imports.repository.js';
import { RefusedRows } from '@app/import-files/refused-rows-file.js';
import { CancelWatch } from './cancel-watch.service.js';
import { ProgressKeeper } from './progress-keeper.service.js';
import { type Upload, UploadIntakeService } from './upload-intake.service.js';
import type { ImportRun, ImportsErrorCode, ImportSummary } from './imports.types.js';
import {
  IMPORT_FILES,
  IMPORT_QUOTAS,
  type FileProgress,
  type ImportFileName,
  type ImportProgress,
  type Refusal,
} from '@app/import-files/import-files.types.js';

const SHOWN_REFUSALS = 100;
/** Each may be as long as a row. */
const REFUSALS_AT_ONCE = 100;
const ATTEMPTS = 3;
const INTERRUPTED = 'A system error interrupted the import. Nothing from the file it was reading was kept.';
const CANCELLED = 'It was cancelled. Finished files are kept; nothing from the others was.';
const ORPHANS_AT_ONCE = 100;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export interface FolderImport {
  firmName: string;
  simulated: boolean;
  checkOnly: boolean;
  source: ImportSource;
  listener: ImportListener;
}

@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly repository: ImportsRepository,
    private readonly importer: ImporterService,
    private readonly files: FileStore,
    private readonly intake: UploadIntakeService,
    private readonly audit: AuditService,
  ) {}

  /** Takes the files in; a worker then reads them. */
  async start(actor: Actor, uploads: AsyncIterable<Upload>, checkOnly: boolean): Promise<ImportRun> {
    demand(mayImport(actor), 'Only partners and admins can import.');
    const runId = newId();
    await this.database.transaction((tx) => this.intake.demandRoom(tx, actor.firmId));
    const stored = await this.intake.store(actor.firmId, uploads);
    const begun = this.database.transaction(async (tx) => {
      await this.intake.demandRoom(tx, actor.firmId);
      await this.repository.insertRun(tx, actor.firmId, {
        ...{ id: runId, checkOnly, startedBy: actor.userId },
        progress: emptyProgress(new Set(stored.keys())),
      });
      for (const [name, fileId] of stored) await this.repository.insertFile(tx, actor.firmId, runId, { name, fileId });
      await this.record(tx, actor, 'imports.started', runId, { checkOnly, files: [...stored.keys()] });
      await announce(tx, actor.firmId, IMPORT_STARTED, runId);
      return this.find(actor, runId, tx);
    });
    return begun.catch(async (error: unknown) => {
      await this.files.remove(actor.firmId, [...stored.values()]).catch(() => undefined);
      throw error;
    });
  }

  /** One that waits never starts; one that runs ends within moments, and what it has of whole files stays. */
  async cancel(actor: Actor, runId: string): Promise<ImportRun> {
    demand(mayImport(actor), 'Only partners and admins can cancel an import.');
    const { firmId } = actor;
    const [was, cancelled] = await this.database.transaction(async (tx) => {
      const run = await this.repository.lock(tx, firmId, runId);
      if (!run) throw notFound();
      if (run.state !== 'waiting' && run.state !== 'running') {
        throw new DomainError<ImportsErrorCode>('import_ended', 'This import has already ended.');
      }
      if (!run.uploaded) {
        const sentence = 'This import was started from the command line; stop the command to cancel it.';
        throw new DomainError<ImportsErrorCode>('import_running', sentence);
      }
      await this.repository.cancel(tx, firmId, runId, CANCELLED);
      await this.record(tx, actor, 'imports.cancelled', runId, { was: run.state });
      return [run.state, await this.find(actor, runId, tx)] as const;
    });
    if (was === 'waiting') await this.dropFiles(firmId, runId);
    return cancelled;
  }

  async list(actor: Actor, { limit = 50, after }: PageRequest): Promise<Page<ImportSummary>> {
    demand(mayImport(actor), 'Only partners and admins can see imports.');
    return this.repository.list(actor.firmId, limit, after);
  }

  async find(actor: Actor, runId: string, tx?: Transaction): Promise<ImportRun> {
    demand(mayImport(actor), 'Only partners and admins can see imports.');
    const found = await this.repository.find(actor.firmId, runId, tx);
    if (!found) throw notFound();
    const { startedBy, ...run } = found;
    const refusalsWithheld = actor.role !== 'system' && startedBy !== actor.userId;
    const refusals = refusalsWithheld
      ? []
      : await this.repository.listRefusals(actor.firmId, runId, SHOWN_REFUSALS, tx);
    return { ...run, refusals, refusalsWithheld };
  }

  /** The refused rows of a file as it came, a batch at a time. Which file may be left open where it is the only one. */
  async refusedRows(
    actor: Actor,
    runId: string,
    file?: ImportFileName,
  ): Promise<{ file: ImportFileName; bytes: AsyncIterable<Buffer> }> {
    const { files, refusalsWithheld } = await this.find(actor, runId);
    const name = fileAsked(files, file);
    const shapes = await this.repository.findShapes(actor.firmId, runId);
    // the first line of a file without a header is a row like the others
    const rows = new RefusedRows(name, refusalsWithheld ? undefined : shapes[name]);
    const batches = this.refusals(actor.firmId, runId, name);
    const bytes = (async function* () {
      yield rows.head();
      if (refusalsWithheld) return;
      for await (const batch of batches) yield rows.lines(batch);
    })();
    return { file: name, bytes };
  }

  private async *refusals(firmId: string, runId: string, file: ImportFileName): AsyncGenerator<Refusal[]> {
    let after = FIRST_ID;
    for (;;) {
      const batch = await this.repository.refusalsAfter(firmId, runId, { file, after, limit: REFUSALS_AT_ONCE });
      if (batch.length === 0) return;
      yield batch;
      after = batch.at(-1)?.id ?? after;
    }
  }

  /**
   * Reads what was uploaded. Safe to ask for again at any point: it goes on at the first file that is not done, and
   * leaves the firm alone while another import of it runs.
   */
  async run(firmId: string, runId: string): Promise<void> {
    try {
      await this.importer.withLock(firmId, (firm) => this.readUploads(firm, firmId, runId));
    } catch (error) {
      if (!(error instanceof DomainError && error.code === ('import_running' satisfies ImportsErrorCode))) throw error;
    }
  }

  /** Every run that waits or was left behind by a worker that died. One that fails does not keep the others waiting. */
  async runWaiting(): Promise<number> {
    const failures: unknown[] = [];
    const tried = new Set<string>();
    for (;;) {
      const waiting = (await this.repository.listWaiting()).filter(({ runId }) => !tried.has(runId));
      if (waiting.length === 0) break;
      const runOf = new Map(waiting.map(({ firmId, runId }) => [firmId, runId]));
      for (const runId of runOf.values()) tried.add(runId);
      const failed = await firmByFirm(this.database.db, 'imports', runOf.keys(), (firmId) =>
        this.run(firmId, runOf.get(firmId) ?? ''),
      );
      failures.push(...failed.values());
    }
    if (failures.length > 0) throw failures[0];
    return tried.size;
  }

  /** What uploads left behind that a killed api could not take back. */
  async sweepUploads(): Promise<number> {
    let total = 0;
    for (let removed = ORPHANS_AT_ONCE; removed === ORPHANS_AT_ONCE; total += removed) {
      removed = await this.database.transaction((tx) => this.repository.removeOrphans(tx, ORPHANS_AT_ONCE));
    }
    return total;
  }

  /** Reads a folder at once, for the command line. The firm is made when there is none of that name. */
  async importFolder({ firmName, simulated, checkOnly, source, listener }: FolderImport): Promise<ImportProgress> {
    const known = await this.repository.findFirmId(firmName);
    const firm = { id: known ?? newId(), name: firmName, simulated };
    const makeFirm = async (tx: Transaction) => {
      if (!known) await this.repository.insertFirm(tx, firm);
    };
    return this.importer.withLock(firm.id, async (held) => {
      if (checkOnly) {
        const by = { runId: null, userId: null };
        return held.import({ source, listener, checkOnly, by, prepare: makeFirm });
      }
      const run = { id: newId(), checkOnly, startedBy: null, progress: emptyProgress(source.names) };
      const actor = systemActor(firm.id);
      await this.database.transaction(async (tx) => {
        await makeFirm(tx);
        await this.repository.insertRun(tx, firm.id, run);
        await this.record(tx, actor, 'imports.started', run.id, { checkOnly, files: [...source.names] });
      });
      await this.repository.failInterrupted(firm.id, run.id);
      return this.carryOut(actor, run, (own) =>
        held.import({ source, checkOnly, by: { runId: run.id, userId: null }, listener: both(own, listener) }),
      );
    });
  }

  private async readUploads(held: LockedFirm, firmId: string, runId: string): Promise<void> {
    const todo = await this.repository.findToDo(firmId, runId);
    if (todo?.state !== 'waiting' && todo?.state !== 'running') return;
    const { checkOnly, attempts, progress, startedBy } = todo;
    const files = new Map((await this.repository.listFiles(firmId, runId)).map(({ name, fileId }) => [name, fileId]));
    const source: ImportSource = {
      names: new Set(files.keys()),
      open: (name, firstByte) => this.files.read(firmId, files.get(name) ?? '', firstByte),
    };
    const finished = checkOnly
      ? []
      : (progress.files ?? []).filter(({ state }) => state === 'done' || state === 'refused');
    const refused = await this.repository.refusedRefs(firmId, runId);
    const refusedBefore = refused.filter(({ file }) => finished.some(({ name }) => name === file));
    const again = attempts + 1 < ATTEMPTS;
    const limits = { rows: IMPORT_QUOTAS.rowsPerFile, refusedRows: IMPORT_QUOTAS.refusedRows };
    const watch = new CancelWatch(this.repository, firmId, runId);
    const by = { runId: checkOnly ? null : runId, userId: startedBy };
    try {
      await watch.start(held.backend);
      await this.carryOut({ ...systemActor(firmId), userId: startedBy }, { id: runId, checkOnly, again }, (listener) =>
        held.import({
          ...{ source, listener, checkOnly, by, finished, refusedBefore, limits, stop: watch.signal },
          shapes: progress.shapes,
        }),
      );
    } catch (error) {
      if (!again) await this.dropFiles(firmId, runId);
      throw error;
    } finally {
      watch.stop();
    }
    await this.dropFiles(firmId, runId);
  }

  private async dropFiles(firmId: string, runId: string): Promise<void> {
    const files = await this.repository.listFiles(firmId, runId);
    await this.files.empty(
      firmId,
      files.map(({ fileId }) => fileId),
    );
  }

  private async carryOut(
    actor: Actor,
    { id, checkOnly, again = false }: { id: string; checkOnly: boolean; again?: boolean },
    work: (listener: ImportListener) => Promise<ImportProgress>,
  ): Promise<ImportProgress> {
    const { firmId } = actor;
    if (!(await this.repository.begin(firmId, id))) return emptyProgress(new Set());
    const listener = new ProgressKeeper(this.repository, firmId, id);
    try {
      const progress = await work(listener);
      await listener.settled();
      await this.database.transaction(async (tx) => {
        await this.repository.finish(tx, firmId, id, progress, progress.stopped ? CANCELLED : null);
        const counts = Object.fromEntries(progress.files.map(({ name, kept, refused }) => [name, { kept, refused }]));
        await this.record(tx, actor, 'imports.finished', id, { checkOnly, files: counts });
        await announce(tx, firmId, IMPORT_FINISHED, id);
      });
      return progress;
    } catch (error) {
      await listener.settled();
      await this.repository.giveUp(firmId, id, INTERRUPTED, again).catch(() => undefined);
      throw error;
    }
  }

  private record(
    tx: Transaction,
    actor: Actor,
    action: string,
    runId: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, actor, { action, subjectType: 'import', subjectId: runId, detail });
  }
}

const both = (one: ImportListener, other: ImportListener): ImportListener => ({
  began: async (file) => {
    await one.began(file);
    await other.began(file);
  },
  refused: async (...refused) => {
    await one.refused(...refused);
    await other.refused(...refused);
  },
  progressed: (progress) => {
    one.progressed(progress);
    other.progressed(progress);
  },
});

const emptyProgress = (names: ReadonlySet<ImportFileName>): ImportProgress => ({
  files: IMPORT_FILES.filter((name) => names.has(name)).map((name) => ({
    name,
    rows: 0,
    kept: 0,
    refused: 0,
    state: 'waiting',
  })),
  notices: [],
});

function fileAsked(files: readonly FileProgress[], asked: ImportFileName | undefined): ImportFileName {
  const refused = files.filter(({ refused }) => refused > 0);
  const name = asked ?? (refused.length > 1 ? undefined : (refused[0] ?? files[0])?.name);
  if (name && files.some((file) => file.name === name)) return name;
  const names = (asked ? files : refused).map((file) => file.name).join(', ');
  if (files.length === 0)
    throw new DomainError<ImportsErrorCode>('unknown_import_file', 'This import has no file yet.');
  const sentence = asked
    ? `There was no ${asked} in this import, only ${names}.`
    : `Name one file as \`file\`: ${names}.`;
  throw new DomainError<ImportsErrorCode>('unknown_import_file', sentence);
}

const notFound = (): DomainError =>
  new DomainError<ImportsErrorCode>('import_not_found', 'There is no import with this id.');
