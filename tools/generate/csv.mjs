// @ts-check
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';

export const COLUMNS = {
  offices: ['office', 'country', 'region', 'time_zone', 'working_days'],
  holidays: ['office', 'date', 'name'],
  users: ['email', 'name', 'role', 'office'],
  clients: ['client_ref', 'name', 'domain', 'country', 'industry', 'parent_ref'],
  contacts: ['contact_ref', 'client_ref', 'name', 'email', 'role'],
  searches: [
    ...['search_ref', 'client_ref', 'title', 'role_key', 'office', 'lead_email', 'team_emails', 'engagement'],
    ...['confidential', 'opened_at', 'target_date', 'closed_at', 'close_reason', 'region'],
  ],
  holds: ['search_ref', 'started_at', 'ended_at', 'reason'],
  reopenings: ['search_ref', 'reopened_at', 'closed_at', 'close_reason'],
  candidates: [
    ...['candidate_ref', 'name', 'email', 'phone', 'profile_url', 'city', 'country', 'title', 'employer', 'layer'],
    ...['signals', 'source', 'in_market_since'],
  ],
  stages: ['stage', 'label', 'kind', 'position', 'budget_working_days'],
  candidacies: ['search_ref', 'candidate_ref', 'outcome', 'outcome_by', 'outcome_reason', 'ended_at'],
  stage_moves: ['search_ref', 'candidate_ref', 'stage', 'at', 'by_email', 'voided'],
  activities: ['search_ref', 'candidate_ref', 'contact_ref', 'kind', 'at', 'by_email', 'text'],
  offers: [
    ...['offer_ref', 'search_ref', 'candidate_ref', 'extended_at', 'expires_at', 'decided_at', 'decision', 'currency'],
    ...['base', 'bonus', 'equity_value', 'vesting_months', 'sign_on', 'relocation', 'start_date'],
  ],
};

/** @typedef {keyof typeof COLUMNS} FileName */
/** @typedef {string | number | undefined} Cell */

const CHUNK = 256 * 1024;

/** @param {Cell} value */
function cell(value) {
  if (value === undefined) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

class CsvText {
  /** @param {readonly string[]} columns */
  constructor(columns) {
    this.width = columns.length;
    this.rows = 0;
    this.text = columns.join(',') + '\n';
  }

  /** @param {readonly Cell[]} cells */
  write(cells) {
    if (cells.length !== this.width) throw new Error(`expected ${this.width} cells, got ${cells.length}`);
    let line = cell(cells[0]);
    for (let i = 1; i < cells.length; i++) line += ',' + cell(cells[i]);
    this.text += line + '\n';
    this.rows++;
  }

  get length() {
    return this.text.length;
  }

  /** What was written since this was last asked. */
  take() {
    const { text } = this;
    this.text = '';
    return text;
  }
}

class CsvFile extends CsvText {
  /** @param {string} path @param {readonly string[]} columns */
  constructor(path, columns) {
    super(columns);
    this.stream = createWriteStream(path, { highWaterMark: CHUNK });
    this.failed = once(this.stream, 'error').then(([error]) => Promise.reject(error));
    this.failed.catch(() => undefined);
  }

  /** @param {number} threshold how much text may stay in memory */
  async flush(threshold) {
    if (this.length < threshold || this.length === 0) return;
    if (!this.stream.write(this.take())) await Promise.race([once(this.stream, 'drain'), this.failed]);
  }

  async close() {
    await this.flush(0);
    this.stream.end();
    await Promise.race([once(this.stream, 'close'), this.failed]);
  }
}

const NAMES = /** @type {FileName[]} */ (Object.keys(COLUMNS));

/** The files of a firm that is small enough to be held in memory. */
export class FirmTexts {
  constructor() {
    this.files = new Map(NAMES.map((name) => [name, new CsvText(COLUMNS[name])]));
  }

  /** @param {FileName} name @param {...Cell} cells */
  write(name, ...cells) {
    /** @type {CsvText} */ (this.files.get(name)).write(cells);
  }

  async drain() {}

  /** @returns {Map<string, string>} what stands in each, by the name of the file */
  texts() {
    return new Map([...this.files].map(([name, file]) => [`${name}.csv`, file.take()]));
  }
}

/** @typedef {Pick<FirmTexts, 'write' | 'drain'>} FirmOut where the rows of a firm go */

/** A folder of CSV files, written side by side. Rows wait in memory only until the next `drain`. */
export class FirmWriter {
  /** @param {string} folder */
  static async create(folder) {
    await mkdir(folder, { recursive: true });
    return new FirmWriter(folder);
  }

  /** @param {string} folder */
  constructor(folder) {
    this.files = new Map(NAMES.map((name) => [name, new CsvFile(join(folder, `${name}.csv`), COLUMNS[name])]));
  }

  /** @param {FileName} name @param {...Cell} cells */
  write(name, ...cells) {
    /** @type {CsvFile} */ (this.files.get(name)).write(cells);
  }

  async drain() {
    for (const file of this.files.values()) await file.flush(CHUNK);
  }

  /** @returns {Promise<Record<string, number>>} rows per file */
  async close() {
    for (const file of this.files.values()) await file.close();
    return Object.fromEntries([...this.files].map(([name, file]) => [name, file.rows]));
  }
}
