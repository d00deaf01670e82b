import type { BulkSession } from '@app/platform/database/bulk-session.js';
import { newId } from '@app/platform/database/id.js';
import { visibleSearch } from '@app/identity/visible.sql.js';
import { FILES } from '@app/import-files/import-rows.rules.js';
import { ASKED_TO_BE_FORGOTTEN, type ImportFileName } from '@app/import-files/import-files.types.js';

/** Between the parts of a reference that takes two columns; no cell of a CSV file holds it. */
const BETWEEN = `chr(31)`;
const IDS_AT_ONCE = 10_000;
const ROWS_NAMED = 20;
/** One row in so many is few. */
const FEW = 10;

/** SQL for what names the person of a row, address, number, profile, name, employer; and for the same of who is known. */
const PERSON_MARKS: Partial<Record<ImportFileName, { row: string; known: string }>> = {
  'candidates.csv': {
    row: 's.email, s.phone, s.profile_url, s.name, s.employer',
    known: `select x.email, x.phone, x.profile_url, x.name, x.employer from candidate x
            where x.firm_id = :firm and x.ref = s.candidate_ref`,
  },
  'contacts.csv': {
    row: `s.email, null, null, s.name, (select k.name from client k where k.firm_id = :firm and k.id = s.client_id)`,
    known: `select x.email, null::text, null::text, x.name, k.name
            from contact x join client k on k.firm_id = x.firm_id and k.id = x.client_id
            where x.firm_id = :firm and x.ref = s.contact_ref`,
  },
};

interface Refuse {
  column: string;
  /** SQL; `s` is the row */
  where: string;
  sentence: string;
  using?: string;
}

type Row = Readonly<Record<string, unknown>>;

/** Who imports: null for the system itself, which sees everything. */
export interface Importing {
  readonly runId: string | null;
  readonly userId: string | null;
  /** takes what is to be told about the file beside its refusals */
  readonly notice?: (sentence: string) => void;
}

/** [column of the table, SQL for its value, the file's column it comes from: an absent one leaves the value as it is] */
export type Mapping = readonly [column: string, value: string, source: string];

/**
 * The rows of one file on their way into the firm. They wait in the temporary table `staging` (`raw` until their
 * references are resolved); what is refused moves to `refused_row`. In SQL, `:firm` stands for the firm.
 */
export class Merge {
  constructor(
    private readonly session: BulkSession,
    readonly firmId: string,
    readonly file: ImportFileName,
    /** columns that the file has */
    private readonly present: ReadonlySet<string>,
    /** files of which nothing could be read */
    private readonly refusedFiles: ReadonlySet<ImportFileName>,
    private readonly by: Importing,
  ) {
    if (!/^[0-9a-f-]{36}$/.test(firmId)) throw new Error('not a firm id');
  }

  has(column: string): boolean {
    return this.present.has(column);
  }

  query<Row = unknown>(sql: string, parameters?: unknown[]): Promise<Row[]> {
    return this.session.query<Row>(sql.replaceAll(':firm', `'${this.firmId}'::uuid`), parameters);
  }

  /** Makes `staging` out of `raw`, with the ids its references stand for: null where there is no such row. */
  async resolve(columns = '', joins = ''): Promise<void> {
    if (columns === '') await this.query('alter table raw rename to staging');
    else await this.query(`create temp table staging as select s.*, ${columns} from raw s ${joins}`);
    await this.query('analyze staging');
    await this.refuseAhead();
    await this.refuseErased();
  }

  /** What has not happened yet is no fact, and would act before its time, or never. */
  private async refuseAhead(): Promise<void> {
    for (const { name, as, kind, ahead } of FILES[this.file].columns) {
      if (kind.sql !== 'timestamptz' || ahead) continue;
      await this.refuse({
        column: name,
        where: `s.${as} > now()`,
        sentence: `'${name} is in the future: ' || ${moment(`s.${as}`)}`,
      });
    }
  }

  /**
   * Rows about somebody who was erased, whatever names them: their data is not taken in again. What a known record says
   * already does not speak against it: it is somebody else, with the same number.
   */
  private async refuseErased(): Promise<void> {
    const has = (column: string): boolean => FILES[this.file].columns.some(({ name }) => name === column);
    const named = PERSON_MARKS[this.file];
    if (!named && !has('candidate_ref') && !has('contact_ref')) return;
    const erased = await this.query('select 1 from tombstone where firm_id = :firm limit 1');
    if (erased.length === 0) return;
    const ref = (column: string): string => (has(column) ? `s.${column}` : 'null');
    const marks = `${named?.row ?? 'null, null, null, null, null'}, ${ref('candidate_ref')}, ${ref('contact_ref')}`;
    const known = `select unnest(recognised_marks(o.salt, k.email, k.phone, k.profile, k.name, k.employer, null, null))
                   from (${named?.known}) k (email, phone, profile, name, employer)`;
    await this.refuse({
      column: has('candidate_ref') ? 'candidate_ref' : 'contact_ref',
      where: `exists (select 1 from tombstone_salt o join tombstone t on t.firm_id = o.firm_id
                      and t.mark = any (recognised_marks(o.salt, ${marks})) where o.firm_id = :firm
                      ${named ? `and t.mark not in (${known})` : ''})`,
      sentence: `'${ASKED_TO_BE_FORGOTTEN}'`,
    });
  }

  /** Answers how many rows it refused. */
  async refuse({ column, where, sentence, using }: Refuse): Promise<number> {
    const { ref } = FILES[this.file];
    const told = `told as (insert into refused_ref select '${this.file}', ${refOf(ref, 'bad')}, row_number from bad),`;
    const [refused] = await this.query<{ count: number }>(
      `with bad as (delete from staging s ${using ? `using ${using}` : ''} where ${where} returning s.*, ${sentence} as sentence),
            ${ref.length > 0 ? told : ''}
            written as (insert into refused_row select row_number, '${column}', sentence from bad)
       select count(*)::int as count from bad`,
    );
    return refused?.count ?? 0;
  }

  /** Of rows with the same key the first counts. `what` is SQL that names the key. */
  async refuseDuplicates(column: string, key: readonly string[], what: string): Promise<void> {
    const columns = key.join(', ');
    await this.refuse({
      column,
      using: `(select ${columns}, min(row_number) as first_row from staging group by ${columns} having count(*) > 1) twice`,
      where: `(${key.map((name) => `s.${name}`).join(', ')}) = (${key.map((name) => `twice.${name}`).join(', ')}) and s.row_number > twice.first_row`,
      sentence: `${what} || ' is already in row ' || twice.first_row || '; the first one counts'`,
    });
  }

  /** Rows whose reference found nothing: the one it names was refused, or never sent. */
  async refuseMissing(column: string, id: string, file: ImportFileName): Promise<void> {
    await this.refuse({
      column,
      where: `s.${column} is not null and s.${id} is null`,
      sentence: this.missing(column, file),
    });
  }

  /** SQL for why there is no row of `file` with the reference in column `column`. */
  missing(column: string, file: ImportFileName): string {
    const thing =
      { 'clients.csv': 'client', 'contacts.csv': 'contact', 'searches.csv': 'search' }[file as string] ?? 'candidate';
    return this.refusedAt(
      file,
      `s.${column}`,
      `'${column} ' || s.${column}`,
      `'there is no ${thing} with ${column} ' || s.${column}`,
    );
  }

  refusedAt(file: ImportFileName, ref: string, what: string, otherwise: string): string {
    const asWhole = this.refusedFiles.has(file) ? ` || ' (${file} was refused as a whole)'` : '';
    return `coalesce((select ${what} || ' was refused: ${file} row ' || min(r.row_number)
                        from refused_ref r where r.file = '${file}' and r.ref = ${ref}
                      having count(*) > 0), ${otherwise}${asWhole})`;
  }

  /**
   * New rows are inserted, known ones brought up to date in the columns the file has, `kept` ones excepted. A row is
   * known by its key, or by the id in its column `known_id` where a key may stand for a row the importing person does
   * not know of.
   */
  async upsert(
    table: string,
    by: readonly string[] | 'known_id',
    columns: readonly Mapping[],
    kept: readonly string[] = [],
  ): Promise<void> {
    const key = by === 'known_id' ? [] : by;
    const names = columns.map(([column]) => column);
    const values = columns.map(([, value]) => value).join(', ');
    const given = columns.filter(
      ([column, , source]) => !key.includes(column) && !kept.includes(column) && this.has(source),
    );
    const [firmHasRows] = await this.query(`select 1 from ${table} where firm_id = :firm limit 1`);
    const insert = `insert into ${table} as t (firm_id, id, ${names.join(', ')}) select :firm, s.id, ${values} from staging s`;
    if (firmHasRows && given.length > 0) {
      const valueOf = new Map(columns.map(([column, value]) => [column, value]));
      const known =
        by === 'known_id' ? 't.id = s.known_id' : key.map((one) => `t.${one} = ${valueOf.get(one)}`).join(' and ');
      const differs = given.map(([column, value]) => `t.${column} is distinct from ${value}`);
      await this.audited(
        table,
        `select t.id, array_remove(array[${given.map(([, , source], i) => `case when ${differs[i]} then '${source}' end`).join(', ')}], null) as fields
         from staging s join ${table} t on t.firm_id = :firm and ${known} where ${differs.join(' or ')}`,
      );
      await this.query(
        `update ${table} t set ${given.map(([column, value]) => `${column} = ${value}`).join(', ')}, version = t.version + 1
         from staging s where t.firm_id = :firm and ${known} and (${differs.join(' or ')})`,
      );
    }
    if (by === 'known_id') await this.query(`${insert} where s.known_id is null`);
    else await this.query(`${insert} ${firmHasRows ? `on conflict (firm_id, ${key.join(', ')}) do nothing` : ''}`);
    await this.analyze(table);
  }

  /** What is known of a large table holds after a few rows more; finding it out anew takes seconds. */
  private async analyze(table: string): Promise<void> {
    const [share] = await this.query<{ changed: boolean }>(
      `select (select count(*) from staging) * ${FEW} >= reltuples as changed from pg_class where oid = '${table}'::regclass`,
    );
    if (share?.changed) await this.query(`analyze ${table}`);
  }

  /** An audit entry for each record that is about to change. `changed` is SQL: the record's id and the names of fields. */
  async audited(subjectType: string, changed: string): Promise<void> {
    const { runId, userId } = this.by;
    if (!runId) return;
    await this.query(`create temp table changed as select row_number() over () as number, c.* from (${changed}) c`);
    for (let from = 0; ; from += IDS_AT_ONCE) {
      const rows = await this.query<{ number: string }>(
        `select number from changed where number > ${from} order by number limit ${IDS_AT_ONCE}`,
      );
      if (rows.length === 0) break;
      await this.query(
        `insert into audit_entry (firm_id, id, actor_id, action, subject_type, subject_id, detail)
         select :firm, x.id, $3, 'imports.changed', $4, c.id, jsonb_build_object('runId', $5::text, 'fields', c.fields)
         from unnest($1::uuid[], $2::bigint[]) x (id, number) join changed c on c.number = x.number`,
        [rows.map(() => newId()), rows.map(({ number }) => number), userId, subjectType, runId],
      );
    }
    await this.query('drop table changed');
  }

  /** Says of rows that something in them was passed over: how many there are, then row by row. */
  async passedOver(what: string, rows: readonly { row_number: string; columns: readonly string[] }[]): Promise<void> {
    this.tell(what, rows, ({ columns }) => `${columns.join(', ')} passed over`);
  }

  /** What is to be told of rows: how many there are, then row by row. */
  tell<R extends { row_number: string }>(what: string, rows: readonly R[], lineOf: (row: R) => string): void {
    if (rows.length === 0) return;
    this.by.notice?.(`${this.file}: ${rows.length === 1 ? '1 row' : `${rows.length} rows`} ${what}`);
    for (const row of rows.slice(0, ROWS_NAMED)) this.by.notice?.(`${this.file} row ${row.row_number}: ${lineOf(row)}`);
    if (rows.length > ROWS_NAMED) this.by.notice?.(`${this.file}: and ${rows.length - ROWS_NAMED} more rows`);
  }

  /** The person who imports, as SQL; null for the system. */
  get importer(): string {
    const { userId } = this.by;
    if (userId !== null && !/^[0-9a-f-]{36}$/.test(userId)) throw new Error('not a user id');
    return userId === null ? 'null::uuid' : `'${userId}'::uuid`;
  }

  /**
   * SQL for the searches that a file can name: those the importing person may see, one for each reference. A reference
   * may be taken by a confidential search of others too, which is never found, nor in the way.
   */
  get knownSearches(): string {
    const viewer = { all: `(${this.importer} is null)`, user: this.importer };
    return `select distinct on (s.ref) s.* from search s
            where s.firm_id = '${this.firmId}'::uuid and s.ref is not null and ${visibleSearch('s', viewer)}
            order by s.ref, s.id`;
  }

  /** Inserts rows that are not there yet, each under an id of its own. */
  async insertRows(
    table: string,
    columns: readonly string[],
    types: readonly string[],
    rows: readonly Row[],
  ): Promise<void> {
    const arrays = types.map((type, i) => `$${i + 2}::${type}[]`).join(', ');
    for (let from = 0; from < rows.length; from += IDS_AT_ONCE) {
      const some = rows.slice(from, from + IDS_AT_ONCE);
      await this.query(
        `insert into ${table} (firm_id, id, ${columns.join(', ')})
         select :firm, x.* from unnest($1::uuid[], ${arrays}) x on conflict do nothing`,
        [some.map(() => newId()), ...columns.map((column) => some.map((row) => row[column]))],
      );
    }
  }
}

/** SQL for the reference by which other files name a row. */
export const refOf = (columns: readonly string[], of: string): string =>
  columns.map((column) => `${of}.${column}`).join(` || ${BETWEEN} || `);

export const refOfCells = (cells: readonly string[]): string => cells.join('\u001f');

/** SQL joins that find rows of the firm by the source system's references. */
export const BY_REF = {
  search: 'left join known_search se on se.ref = s.search_ref',
  client: 'left join client cl on cl.firm_id = :firm and cl.ref = s.client_ref',
  contact: 'left join contact co on co.firm_id = :firm and co.ref = s.contact_ref',
  candidate: 'left join candidate ca on ca.firm_id = :firm and ca.ref = s.candidate_ref',
};

/** SQL for a moment as a sentence says it. */
export const moment = (value: string): string => `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"')`;
