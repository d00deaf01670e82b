import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { cursorMoment, type Page, pageOf, readCursor } from '@app/platform/lists/page.js';
import type { ImportRun, ImportSummary } from './imports.types.js';
import {
  ASKED_TO_BE_FORGOTTEN,
  type FileShapes,
  type ImportFileName,
  type ImportProgress,
  type Refusal,
  type RefusalSummary,
} from '@app/import-files/import-files.types.js';

const RUN = `r.id, r.state, r.check_only as "checkOnly", r.created_at as "createdAt", r.started_at as "startedAt",
  r.finished_at as "finishedAt", r.problem, coalesce(r.progress -> 'files', '[]') as files,
  coalesce(r.progress -> 'notices', '[]') as notices,
  greatest(
    (select count(*)::int from import_refusal f where f.firm_id = r.firm_id and f.run_id = r.id),
    (select coalesce(sum((f ->> 'refused')::int), 0)::int from jsonb_array_elements(r.progress -> 'files') f)) as "refusedTotal",
  r.state in ('waiting', 'running') and r.cancel_asked_at is null
    and exists (select 1 from import_file i where i.firm_id = r.firm_id and i.run_id = r.id) as "mayCancel"`;

/** So much of columns that mean nothing here is looked through for somebody who was erased. */
const LONGEST_LOOK = 10_000;

export interface WaitingRun {
  firmId: string;
  runId: string;
}

export interface RunToDo {
  state: ImportRun['state'];
  checkOnly: boolean;
  startedBy: string | null;
  attempts: number;
  progress: Partial<ImportProgress>;
}

@Injectable()
export class ImportsRepository {
  constructor(private readonly database: Database) {}

  async findFirmId(name: string): Promise<string | null> {
    const [firm] = await this.database.db.query<{ id: string }[]>(
      'select id from firm where name = $1 and sample_of is null order by created_at, id limit 1',
      [name],
    );
    return firm?.id ?? null;
  }

  async insertFirm(tx: Transaction, firm: { id: string; name: string; simulated: boolean }): Promise<void> {
    await tx.query('insert into firm (id, name, simulated) values ($1, $2, $3)', [firm.id, firm.name, firm.simulated]);
  }

  async insertRun(
    tx: Transaction,
    firmId: string,
    run: { id: string; checkOnly: boolean; startedBy: string | null; progress: ImportProgress },
  ): Promise<void> {
    await tx.query(
      `insert into import_run (firm_id, id, state, check_only, started_by, progress) values ($1, $2, 'waiting', $3, $4, $5)`,
      [firmId, run.id, run.checkOnly, run.startedBy, toJson(run.progress)],
    );
  }

  async insertFile(
    tx: Transaction,
    firmId: string,
    runId: string,
    file: { name: string; fileId: string },
  ): Promise<void> {
    await tx.query('insert into import_file (firm_id, id, run_id, name, file_id) values ($1, $2, $3, $4, $5)', [
      firmId,
      newId(),
      runId,
      file.name,
      file.fileId,
    ]);
  }

  listFiles(firmId: string, runId: string): Promise<{ name: ImportFileName; fileId: string }[]> {
    return this.database.db.query(
      'select name, file_id as "fileId" from import_file where firm_id = $1 and run_id = $2',
      [firmId, runId],
    );
  }

  async list(firmId: string, limit: number, after?: string): Promise<Page<ImportSummary>> {
    const key = readCursor(after, ['moment', 'uuid']);
    const rows = await this.database.db.query<(ImportSummary & { key: string })[]>(
      `select ${RUN}, ${cursorMoment('r.created_at')} as key from import_run r
       where r.firm_id = $1 and ($2::timestamptz is null or (r.created_at, r.id) < ($2::timestamptz, $3::uuid))
       order by r.created_at desc, r.id desc limit $4`,
      [firmId, key?.[0] ?? null, key?.[1] ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.key, row.id]);
    return { ...page, items: page.items.map(({ key: _key, ...run }) => run) };
  }

  async find(
    firmId: string,
    runId: string,
    tx: Transaction = this.database.db,
  ): Promise<(ImportSummary & { startedBy: string | null }) | null> {
    const [run] = await tx.query<(ImportSummary & { startedBy: string | null })[]>(
      `select ${RUN}, r.started_by as "startedBy" from import_run r where r.firm_id = $1 and r.id = $2`,
      [firmId, runId],
    );
    return run ?? null;
  }

  listRefusals(
    firmId: string,
    runId: string,
    limit: number,
    tx: Transaction = this.database.db,
  ): Promise<RefusalSummary[]> {
    return tx.query(
      `select file, row_number::int as row, column_name as column, sentence from import_refusal
       where firm_id = $1 and run_id = $2 order by file, row_number, id limit $3`,
      [firmId, runId, limit],
    );
  }

  /** The refusals of a file after a given one, by their id: in the order in which they were found. */
  refusalsAfter(
    firmId: string,
    runId: string,
    { file, after, limit }: { file: ImportFileName; after: string; limit: number },
  ): Promise<(Refusal & { id: string })[]> {
    return this.database.db.query(
      `select id, file, row_number::int as row, column_name as column, sentence, ref, cells, row_text as text
       from import_refusal where firm_id = $1 and run_id = $2 and file = $3 and id > $4 order by id limit $5`,
      [firmId, runId, file, after, limit],
    );
  }

  async findShapes(firmId: string, runId: string): Promise<FileShapes> {
    const [run] = await this.database.db.query<{ shapes: FileShapes }[]>(
      `select coalesce(progress -> 'shapes', '{}') as shapes from import_run where firm_id = $1 and id = $2`,
      [firmId, runId],
    );
    return run?.shapes ?? {};
  }

  refusedRefs(firmId: string, runId: string): Promise<{ file: ImportFileName; ref: string; row: number }[]> {
    return this.database.db.query(
      `select file, ref, row_number::int as row from import_refusal where firm_id = $1 and run_id = $2 and ref is not null`,
      [firmId, runId],
    );
  }

  /** Of rows about somebody who was erased nothing is kept but that they were refused. */
  async insertRefusals(firmId: string, runId: string, refusals: readonly Refusal[]): Promise<void> {
    const rows = toJson(refusals.map((refusal) => ({ id: newId(), ...refusal })));
    await this.database.db.query(
      `insert into import_refusal (firm_id, id, run_id, file, row_number, column_name, sentence, ref, cells, row_text)
       select $1, x.id, $2, x.file, x.row, x.column, case when e.erased then $4 else x.sentence end,
              case when not e.erased then x.ref end, case when e.erased then '{}' else x.cells end,
              case when not e.erased then x.text end
       from jsonb_to_recordset($3::jsonb)
         as x (id uuid, file text, row bigint, "column" text, sentence text, ref text, cells jsonb, text text)
       cross join lateral (
         select left(string_agg(value, E'\\t'), ${LONGEST_LOOK}) as text from jsonb_each_text(x.cells) where left(key, 1) = '#'
       ) other
       cross join lateral (
         select x.sentence = $4 or names_erased($1, x.cells, concat_ws(E'\\t', x.text, other.text)) as erased
       ) e`,
      [firmId, runId, rows, ASKED_TO_BE_FORGOTTEN],
    );
  }

  async forgetRefusals(firmId: string, runId: string, file: ImportFileName): Promise<void> {
    await this.database.db.query('delete from import_refusal where firm_id = $1 and run_id = $2 and file = $3', [
      firmId,
      runId,
      file,
    ]);
  }

  async findToDo(firmId: string, runId: string): Promise<RunToDo | null> {
    const [run] = await this.database.db.query<RunToDo[]>(
      `select state, check_only as "checkOnly", started_by as "startedBy", progress,
              coalesce((progress ->> 'attempts')::int, 0) as attempts
       from import_run where firm_id = $1 and id = $2`,
      [firmId, runId],
    );
    return run ?? null;
  }

  /**
   * Runs of the API that nobody finished: the worker died, or was never told. The first of each firm, so that no firm
   * waits for all of another's. Across all firms, for the system alone.
   */
  listWaiting(): Promise<WaitingRun[]> {
    return this.database.db.query(
      `select "firmId", "runId" from (
         select distinct on (r.firm_id) r.firm_id as "firmId", r.id as "runId", r.created_at from import_run r
         where r.state in ('waiting', 'running')
           and exists (select 1 from import_file f where f.firm_id = r.firm_id and f.run_id = r.id)
         order by r.firm_id, r.created_at, r.id) first
       order by created_at`,
    );
  }

  /** Counts alone: who counts next waits until this transaction has ended. */
  async countRuns(tx: Transaction, firmId: string): Promise<{ going: number; today: number }> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('import quota:' || $1::text, 0))`, [firmId]);
    const [counts] = await tx.query<{ going: number; today: number }[]>(
      `select (count(*) filter (where state in ('waiting', 'running')))::int as going,
              (count(*) filter (where created_at > now() - interval '1 day'))::int as today
       from import_run r where firm_id = $1 and (state in ('waiting', 'running') or created_at > now() - interval '1 day')
         and exists (select 1 from import_file f where f.firm_id = r.firm_id and f.run_id = r.id)`,
      [firmId],
    );
    return counts ?? { going: 0, today: 0 };
  }

  async lock(
    tx: Transaction,
    firmId: string,
    runId: string,
  ): Promise<{ state: ImportRun['state']; uploaded: boolean } | null> {
    const [run] = await tx.query<{ state: ImportRun['state']; uploaded: boolean }[]>(
      `select state, exists (select 1 from import_file f where f.firm_id = r.firm_id and f.run_id = r.id) as uploaded
       from import_run r where firm_id = $1 and id = $2 for update`,
      [firmId, runId],
    );
    return run ?? null;
  }

  /** One that waits has ended; one that runs is told. */
  async cancel(tx: Transaction, firmId: string, runId: string, problem: string): Promise<void> {
    await tx.query(
      `update import_run set cancel_asked_at = coalesce(cancel_asked_at, now()),
              state = case when state = 'waiting' then 'cancelled' else state end,
              finished_at = case when state = 'waiting' then now() end,
              problem = case when state = 'waiting' then $3 end
       where firm_id = $1 and id = $2`,
      [firmId, runId, problem],
    );
  }

  async isCancelAsked(firmId: string, runId: string): Promise<boolean> {
    const rows = await this.database.db.query<unknown[]>(
      'select 1 from import_run where firm_id = $1 and id = $2 and cancel_asked_at is not null',
      [firmId, runId],
    );
    return rows.length > 0;
  }

  /** Ends what a connection works on, not the connection. */
  async endStatement(backend: number): Promise<void> {
    await this.database.db.query('select pg_cancel_backend($1)', [backend]);
  }

  /** Files that no run names and that have not grown for an hour: what is left of an upload whose api was killed. */
  async removeOrphans(tx: Transaction, limit: number): Promise<number> {
    const [, count] = await tx.query<[unknown, number]>(
      `delete from stored_file where (firm_id, id) in (
         select f.firm_id, f.id from stored_file f where f.touched_at < now() - interval '1 hour'
           and not exists (select 1 from import_file i where i.firm_id = f.firm_id and i.file_id = f.id)
         order by f.touched_at limit $1 for update skip locked)`,
      [limit],
    );
    return count;
  }

  /** False when it was called off meanwhile. */
  async begin(firmId: string, runId: string): Promise<boolean> {
    const [, count] = await this.database.db.query<[unknown, number]>(
      `update import_run set state = 'running', problem = null, started_at = coalesce(started_at, now()),
              progress = progress || jsonb_build_object('attempts', coalesce((progress ->> 'attempts')::int, 0) + 1)
       where firm_id = $1 and id = $2 and state in ('waiting', 'running')`,
      [firmId, runId],
    );
    return count > 0;
  }

  async saveProgress(firmId: string, runId: string, progress: ImportProgress): Promise<void> {
    await this.database.db.query(
      'update import_run set progress = progress || $3::jsonb where firm_id = $1 and id = $2',
      [firmId, runId, toJson(progress)],
    );
  }

  /** `cancelled`: why nothing more was read. */
  async finish(
    tx: Transaction,
    firmId: string,
    runId: string,
    progress: ImportProgress,
    cancelled: string | null,
  ): Promise<void> {
    await tx.query(
      `update import_run set state = $4, problem = $5, finished_at = now(), progress = progress || $3::jsonb
       where firm_id = $1 and id = $2`,
      [firmId, runId, toJson(progress), cancelled === null ? 'done' : 'cancelled', cancelled],
    );
  }

  async giveUp(firmId: string, runId: string, problem: string, again: boolean): Promise<void> {
    await this.database.db.query(
      `update import_run set state = $4, problem = $3, finished_at = case when $4 = 'failed' then now() end
       where firm_id = $1 and id = $2`,
      [firmId, runId, problem, again ? 'waiting' : 'failed'],
    );
  }

  /** What a command that was killed left behind. Only for who holds the firm's import lock. */
  async failInterrupted(firmId: string, exceptRunId: string): Promise<void> {
    await this.database.db.query(
      `update import_run r set state = 'failed', finished_at = now(), problem = 'The command was interrupted; import the folder again.'
       where r.firm_id = $1 and r.id <> $2 and r.state in ('waiting', 'running')
         and not exists (select 1 from import_file f where f.firm_id = r.firm_id and f.run_id = r.id)`,
      [firmId, exceptRunId],
    );
  }
}

/** Postgres holds any character but NUL and halves of surrogate pairs, which cells that were cut or broken may have. */
const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.replace(/[\0\p{Cs}]/gu, '\ufffd') : part,
  );
