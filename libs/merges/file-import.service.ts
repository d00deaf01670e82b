import type { Readable } from 'node:stream';
import type { BulkSession } from '@app/platform/database/bulk-session.js';
import { newId } from '@app/platform/database/id.js';
import type { CsvForm } from '@app/platform/files/csv-dialect.js';
import { type CsvRow, NOT_UTF8, readCsv } from '@app/platform/files/csv-reader.js';
import { endOfDay, startOfDay } from '@app/platform/time/zone.js';
import { Wrong } from '@app/platform/values/wrong.js';
import {
  type Column,
  FILES,
  type Header,
  type ImportFile,
  readHeader,
  readRow,
  type RefusedCell,
} from '@app/import-files/import-rows.rules.js';
import type { KnownRows } from '@app/import-files/import-values.rules.js';
import { namedCells, reasonsIn, withoutReasons } from '@app/import-files/refused-rows-file.js';
import {
  type FileLimits,
  type FileShape,
  IMPORT_QUOTAS,
  type ImportFileName,
  type Refusal,
} from '@app/import-files/import-files.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { type Importing, Merge, refOfCells } from './bulk.merge.js';
import { MERGES } from './files.merge.js';

interface Surroundings {
  open(firstByte: number): Readable;
  readonly known: KnownRows;
  readonly refusedFiles: ReadonlySet<ImportFileName>;
  readonly limits: FileLimits | undefined;
  readonly stop: AbortSignal | undefined;
  readonly by: Importing;
  refused(refusals: readonly Refusal[]): Promise<void>;
  shaped(shape: FileShape): void;
  read(rows: number, refused: number): void;
  notice(sentence: string): void;
}

/** Ids that rows of a file need besides their own. */
const MORE_IDS: Partial<Record<ImportFileName, string>> = {
  'searches.csv': 'episode_id',
  'stage_moves.csv': 'correction_id',
};
const DATE_LENGTH = 10;
/** SQL for the moment that a date alone stands for. */
const DATE_ALONE = {
  begins: 'x.begins',
  ends: `case when x.begins <= now() then least(x.over - interval '1 ms', date_trunc('milliseconds', now())) else x.begins end`,
  valid_through: 'x.over',
};
const REFUSED_AT_ONCE = 2_000;
/** No reference that can be taken is longer, in any file; a longer one is refused before anything could name it. */
const LONGEST_REF = 420;
/** References of so many rows are known at a time, to see early that a file says the same again and again. */
const REFS_KNOWN = 50_000;

/** One file on its way in: read, checked row by row, staged by COPY, merged by set-based SQL. */
export class FileImport {
  private readonly file: ImportFile;
  private readonly moments: readonly Column[];
  private readonly refColumns: readonly number[];
  private rows = 0;
  private refusals = 0;
  private datesWithoutTime = false;
  private repeats = 0;
  private readonly refs = new Set<string>();
  private shape: FileShape | null = null;

  constructor(
    private readonly session: BulkSession,
    private readonly firmId: string,
    private readonly name: ImportFileName,
    private readonly around: Surroundings,
  ) {
    this.file = FILES[name];
    this.refColumns = this.file.ref.map((ref) => this.file.columns.findIndex(({ name }) => name === ref));
    this.moments = this.file.columns.filter((column) => column.kind.sql === 'timestamptz');
  }

  async run(): Promise<'done' | 'refused'> {
    await this.makeTables();
    let header: Header | null = null;
    try {
      header = await this.stageRows();
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
      await this.refuseFile({ column: null, sentence: `${this.name} was refused: ${error.message}` }, error.row);
    }
    if (!header) return 'refused';
    await this.session.query('savepoint merge');
    for (const { as } of this.moments) await this.session.query(`alter table raw add ${as}_over timestamptz`);
    if (this.datesWithoutTime) await this.resolveDates();
    const present = new Set(this.file.columns.filter((_, i) => header.places[i] !== -1).map(({ name }) => name));
    const { refusedFiles, by, notice } = this.around;
    const importing = { ...by, notice };
    await MERGES[this.name](new Merge(this.session, this.firmId, this.name, present, refusedFiles, importing));
    const refusedByMerge = await this.countRefusedByMerge();
    if (this.tooManyRefused(this.refusals + refusedByMerge)) {
      await this.session.query('rollback to savepoint merge');
      await this.refuseFile({ column: null, sentence: `${this.name} was refused: ${LOOKS_WRONG}` }, this.rows + 1);
      return 'refused';
    }
    await this.tellRefusedByMerge();
    await this.session.query('drop table if exists raw, staging, rooted; truncate refused_row');
    return 'done';
  }

  private async makeTables(): Promise<void> {
    const columns = this.file.columns.map(
      ({ as, kind }) => `${as} ${kind.sql}${kind.sql === 'timestamptz' ? `, ${as}_day date` : ''}`,
    );
    const more = MORE_IDS[this.name];
    await this.session.query(
      `drop table if exists raw, staging, rooted;
       create temp table raw (row_number bigint, id uuid, ${more ? `${more} uuid, ` : ''}${columns.join(', ')})`,
    );
  }

  /** Null when the header does not fit. The next rows are read while the last ones are stored. */
  private async stageRows(): Promise<Header | null> {
    let header: Header | null = null;
    let storing: Promise<void> = Promise.resolve();
    for await (const batch of this.batches()) {
      let rows = batch;
      if (!header) {
        const found = this.readHeaderRow(batch[0]);
        if (!('places' in found)) return this.refuseFile(found, batch[0]?.number ?? 1);
        header = found;
        rows = batch.slice(1);
      }
      this.around.stop?.throwIfAborted();
      const { lines, refused } = this.readRows(rows, header);
      await storing;
      storing = this.session.copy('raw', lines);
      storing.catch(() => undefined); // heard at the next await
      if (refused.length > 0) {
        await storing;
        await this.refuse(refused);
      }
      this.around.read(this.rows, this.refusals);
      if (this.tooManyRefused(this.refusals + this.repeats)) {
        await storing;
        throw new GivenUp(LOOKS_WRONG, rows.at(-1)?.number ?? 1);
      }
      if (this.rows > (this.around.limits?.rows ?? Infinity)) {
        await storing;
        throw new GivenUp(tooManyRows(this.around.limits?.rows ?? 0), rows.at(-1)?.number ?? 1);
      }
    }
    await storing;
    if (!header)
      return this.refuseFile(
        { column: null, sentence: `${this.name} is empty; its first row must name the columns` },
        1,
      );
    return header;
  }

  /** The rows as they were before an earlier import wrote in front of them why it refused them. */
  private async *batches(): AsyncGenerator<CsvRow[]> {
    const told: { form?: CsvForm; reasons?: number } = {};
    const open = (firstByte: number): Readable => this.around.open(firstByte);
    for await (const batch of readCsv(open, (form) => (told.form = form))) {
      const reasons = (told.reasons ??= reasonsIn(batch[0]?.cells ?? []));
      const rows = reasons === 0 ? batch : batch.map((row) => withoutReasons(row, reasons));
      if (!this.shape && told.form && !rows[0]?.fault)
        this.tellShape({ form: told.form, header: rows[0]?.cells ?? [] });
      yield rows;
    }
  }

  private tellShape(shape: FileShape): void {
    this.shape = shape;
    this.around.shaped(shape);
  }

  private readHeaderRow(row: CsvRow | undefined): Header | RefusedCell {
    if (row?.fault)
      return {
        column: null,
        sentence: `the header cannot be read: cell ${(row.fault.cell ?? 0) + 1} ${row.fault.sentence}`,
      };
    const header = readHeader(this.file, row?.cells ?? []);
    if ('places' in header && header.unknown.length > 0) {
      const names = header.unknown.join(', ').slice(0, 200);
      this.around.notice(`${this.name} has columns that are not known here and were ignored: ${names}`);
    }
    return header;
  }

  private readRows(rows: readonly CsvRow[], header: Header): { lines: string; refused: Refusal[] } {
    let lines = '';
    const refused: Refusal[] = [];
    for (const row of rows) {
      if (!row.fault && row.cells.every((cell) => cell.trim() === '')) continue; // a spreadsheet's empty row
      this.rows += 1;
      const read = row.fault
        ? this.refusedByFault(row, header)
        : readRow(this.file, header, row.cells, this.around.known);
      if (Array.isArray(read)) {
        lines += this.line(row.number, read);
        this.know(read);
      } else refused.push(this.refusal(row, read));
    }
    return { lines, refused };
  }

  /** A row that names what one of the last rows named will be refused. */
  private know(values: readonly (string | null)[]): void {
    if (this.refColumns.length === 0 || !this.around.limits) return;
    const ref = refOfCells(this.refColumns.map((i) => values[i] ?? ''));
    if (this.refs.has(ref)) this.repeats += 1;
    else this.refs.add(ref);
    if (this.refs.size > REFS_KNOWN) this.refs.clear();
  }

  /** So many that the rest of the file is not worth anybody's time. */
  private tooManyRefused(refused: number): boolean {
    const { limits } = this.around;
    return limits !== undefined && refused > limits.refusedRows && refused > this.rows / 10;
  }

  private refusedByFault({ fault }: CsvRow, header: Header): RefusedCell {
    const at = header.places.indexOf(fault?.cell ?? -2);
    const column = this.file.columns[at]?.name ?? null;
    return { column, sentence: `${column ?? `cell ${(fault?.cell ?? 0) + 1}`} ${fault?.sentence}` };
  }

  /** A row in COPY's text format. */
  private line(row: number, values: readonly (string | null)[]): string {
    let line = `${row}\t${newId()}`;
    if (this.name === 'searches.csv') line += `\t${newId()}`;
    if (this.name === 'stage_moves.csv') line += values.at(-1) === 'true' ? `\t${newId()}` : '\t\\N';
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] ?? null;
      const { sql } = this.file.columns[i]!.kind;
      if (sql === 'timestamptz') {
        const isDate = value?.length === DATE_LENGTH;
        if (isDate) this.datesWithoutTime = true;
        line += value === null ? '\t\\N\t\\N' : isDate ? `\t\\N\t${value}` : `\t${value}\t\\N`;
      } else if (value === null) line += '\t\\N';
      else line += `\t${sql === 'text' && /[\\\n\r\t]/.test(value) ? escape(value) : value}`;
    }
    return `${line}\n`;
  }

  private refusal(row: CsvRow, { column, sentence }: RefusedCell): Refusal {
    const cells = namedCells(this.file, this.shape?.header ?? [], row.cells);
    // in letters of Windows until now: a spreadsheet reads them again where the file says that it is in UTF-8
    if (row.fault?.sentence === NOT_UTF8 && this.shape && !this.shape.form.mark)
      this.tellShape({ ...this.shape, form: { ...this.shape.form, mark: true } });
    return { file: this.name, row: row.number, column, sentence, ref: this.refOfRow(cells), cells, text: row.text };
  }

  private refOfRow(cells: Readonly<Record<string, string>>): string | null {
    const parts = this.file.ref.map((name) => {
      const cell = cells[name]?.trim() ?? '';
      const read =
        cell === '' ? '' : this.file.columns.find((column) => column.name === name)!.kind.read(cell, this.around.known);
      return read instanceof Wrong ? cell : read;
    });
    if (parts.length === 0 || parts.includes('')) return null;
    const ref = refOfCells(parts);
    return ref.length > LONGEST_REF ? null : ref;
  }

  private async refuse(refused: readonly Refusal[]): Promise<void> {
    this.refusals += refused.length;
    const named = refused.filter(({ ref }) => ref !== null && !ref.includes('\0'));
    await this.session.query('insert into refused_ref select $1, * from unnest($2::text[], $3::bigint[])', [
      this.name,
      named.map(({ ref }) => ref),
      named.map(({ row }) => row),
    ]);
    await this.around.refused(refused);
  }

  private async refuseFile({ column, sentence }: RefusedCell, row: number): Promise<null> {
    this.refusals += 1;
    this.around.read(this.rows, this.refusals);
    await this.around.refused([{ file: this.name, row, column, sentence, ref: null, cells: {}, text: null }]);
    return null;
  }

  /**
   * A date alone is that whole day where the search's office is: what begins or happens on it is put at its first moment,
   * what ends with it at its last, or now while the day still runs. When the day is over stands beside it.
   */
  private async resolveDates(): Promise<void> {
    const isSearch = this.name === 'searches.csv';
    const hasSearch = !isSearch && this.file.columns.some(({ name }) => name === 'search_ref');
    const joins = isSearch
      ? 'left join office o on o.firm_id = $1 and o.id = s.office_id'
      : hasSearch
        ? 'left join known_search se on se.ref = s.search_ref left join office o on o.firm_id = $1 and o.id = se.office_id'
        : '';
    const first = '(select time_zone from office where firm_id = $1 order by id limit 1)';
    const zone = `coalesce(${joins ? 'o.time_zone, ' : ''}${first}, 'UTC')`;
    for (const { as, day: means } of this.moments) {
      const zoned = `select s.row_number, ${zone} as zone, s.${as}_day as day from raw s ${joins} where s.${as}_day is not null`;
      const days = await this.session.query<{ zone: string; day: LocalDate }>(
        `select distinct zone, day::text from (${zoned}) z`,
        [this.firmId],
      );
      if (days.length === 0) continue;
      await this.session.query(
        `update raw set ${as} = ${DATE_ALONE[means ?? 'begins']}, ${as}_over = x.over
         from (${zoned}) z
         join unnest($2::text[], $3::date[], $4::timestamptz[], $5::timestamptz[]) x (zone, day, begins, over) using (zone, day)
         where raw.row_number = z.row_number`,
        [
          this.firmId,
          days.map((one) => one.zone),
          days.map((one) => one.day),
          days.map((one) => startOfDay(one.day, one.zone)),
          days.map((one) => endOfDay(one.day, one.zone)),
        ],
      );
    }
  }

  /** The merge knows row numbers only; the cells are read once more from the file. */
  private async tellRefusedByMerge(): Promise<void> {
    let wanted = await this.refusedByMerge(0);
    if (wanted.length === 0) return;
    let next = 0;
    for await (const batch of this.batches()) {
      this.around.stop?.throwIfAborted();
      const refused: Refusal[] = [];
      for (const row of batch) {
        const told = wanted[next];
        if (!told || Number(told.row_number) !== row.number) continue;
        refused.push(this.refusal(row, { column: told.column_name, sentence: told.sentence }));
        next += 1;
        if (next < wanted.length) continue;
        wanted = await this.refusedByMerge(row.number);
        next = 0;
      }
      if (refused.length > 0) {
        this.refusals += refused.length;
        await this.around.refused(refused);
        this.around.read(this.rows, this.refusals);
      }
      if (wanted.length === 0) break;
    }
  }

  private async countRefusedByMerge(): Promise<number> {
    const [refused] = await this.session.query<{ count: number }>('select count(*)::int as count from refused_row');
    return refused?.count ?? 0;
  }

  private refusedByMerge(after: number): Promise<{ row_number: string; column_name: string; sentence: string }[]> {
    return this.session.query(
      `select row_number, column_name, sentence from refused_row where row_number > $1 order by row_number limit ${REFUSED_AT_ONCE}`,
      [after],
    );
  }
}

/** Reading stopped before the end of the file; the message is for the person who sent it. */
class GivenUp extends Error {
  constructor(
    sentence: string,
    readonly row: number,
  ) {
    super(sentence);
  }
}

const LOOKS_WRONG =
  `more than ${IMPORT_QUOTAS.refusedRows.toLocaleString('en-GB')} of its rows, and more than one in ten, were refused; ` +
  'the file does not look right. None of it was kept, and the rest was not read';
const tooManyRows = (most: number): string =>
  `it has more than ${most.toLocaleString('en-GB')} rows; send it in parts. None of it was kept`;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escape = (value: string): string => value.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? character);
