import { setImmediate as othersFirst } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { CandidatesService } from '@app/candidates/candidates.service.js';
import type { CandidateFilter, CandidateSort } from '@app/candidates/candidates.types.js';
import { ClientsService } from '@app/clients/clients.service.js';
import type { ClientFilter, ClientSort } from '@app/clients/clients.types.js';
import { IdentityService } from '@app/identity/identity.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { csvHead, csvLines, encoded, PLAIN_FORM } from '@app/platform/files/csv-writer.js';
import type { Page } from '@app/platform/lists/page.js';
import { SearchesService } from '@app/searches/searches.service.js';
import type { SearchFilter, SearchSort } from '@app/searches/searches.types.js';
import { CANDIDATES, CLIENTS, columnsOf, SEARCHES, type SheetColumn } from './columns.rules.js';
import { LIST_EXPORTED } from './sheets.events.js';
import {
  type AskedSheet,
  type Cell,
  MOST_ROWS,
  type SheetErrorCode,
  type SheetFile,
  type SheetFormat,
  type SheetLook,
  type SheetName,
} from './sheets.types.js';
import { workbook } from './workbook.adapter.js';

/** So many rows become cells before others are served. */
const AT_ONCE = 500;
/** As spreadsheets read a CSV file without being asked how it is written. */
const FORM = { ...PLAIN_FORM, mark: true, lineEnd: '\r\n' };
const TYPE: Record<SheetFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

interface SheetOf<Row> {
  list: SheetName;
  columns: readonly SheetColumn<Row>[];
  rows: (page: { limit: number }) => Promise<Page<Row>>;
}

interface Contents {
  /** of the file, without its ending */
  name: string;
  look: SheetLook;
  cells: Iterable<Cell[][]>;
  rows: number;
}

/** Lists as files. Each is asked of the service of its list, so it holds what the reader may see and nothing else. */
@Injectable()
export class SheetsService {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly searches: SearchesService,
    private readonly clients: ClientsService,
    private readonly identity: IdentityService,
    private readonly audit: AuditService,
    private readonly database: Database,
  ) {}

  candidateSheet(actor: Actor, filter: CandidateFilter, asked: AskedSheet & { sort?: CandidateSort }) {
    return this.make(actor, asked.format, {
      list: 'candidates',
      columns: columnsOf(CANDIDATES, asked.columns),
      rows: (page) => this.candidates.list(actor, filter, { ...page, sort: asked.sort }),
    });
  }

  searchSheet(actor: Actor, filter: SearchFilter, asked: AskedSheet & { sort?: SearchSort }) {
    return this.make(actor, asked.format, {
      list: 'searches',
      columns: columnsOf(SEARCHES, asked.columns),
      rows: (page) => this.searches.list(actor, filter, { ...page, sort: asked.sort }),
    });
  }

  clientSheet(actor: Actor, filter: ClientFilter, asked: AskedSheet & { sort?: ClientSort }) {
    return this.make(actor, asked.format, {
      list: 'clients',
      columns: columnsOf(CLIENTS, asked.columns),
      rows: (page) => this.clients.list(actor, filter, { ...page, sort: asked.sort }),
    });
  }

  /** Read as one page, so that it is the list of one moment. */
  async make<Row>(actor: Actor, format: SheetFormat, { list, columns, rows }: SheetOf<Row>): Promise<SheetFile> {
    const timeZone = await this.zoneOf(actor);
    const { items, next } = await rows({ limit: MOST_ROWS });
    if (next !== null) {
      const sentence = `More than ${MOST_ROWS.toLocaleString('en')} rows match. Narrow the list, and export it again.`;
      throw new DomainError<SheetErrorCode>('too_many_rows', sentence);
    }
    const look = {
      title: titleOf(list),
      heads: columns.map(({ head, kind }) => ({ head, kind })),
    };
    const cells = cellsOf(items, columns, timeZone);
    return this.file(actor, format, { name: list, look, cells, rows: items.length });
  }

  /** A file of some rows. That somebody took them along is audited. */
  async file(actor: Actor, format: SheetFormat, { name, look, cells, rows }: Contents): Promise<SheetFile> {
    const bytes = format === 'csv' ? await csv(look, cells) : await workbook(look, cells);
    await this.database.transaction((tx) =>
      this.audit.record(tx, actor, {
        action: LIST_EXPORTED,
        subjectType: 'user',
        subjectId: actor.userId ?? actor.firmId,
        detail: { list: name, format, rows },
      }),
    );
    return { name: `${name}.${format}`, type: TYPE[format], bytes, rows };
  }

  /** Days are where the reader's office is; for the system where all offices are, if that is one zone. */
  private async zoneOf(actor: Actor): Promise<string> {
    if (actor.userId) return (await this.identity.me(actor)).office.timeZone;
    const [zone, another] = new Set((await this.identity.listOffices(actor)).items.map((office) => office.timeZone));
    return zone && !another ? zone : 'UTC';
  }
}

const titleOf = (list: SheetName): string => (list.charAt(0).toUpperCase() + list.slice(1)).replace('-', ' ');

function* cellsOf<Row>(rows: readonly Row[], columns: readonly SheetColumn<Row>[], zone: string): Generator<Cell[][]> {
  for (let i = 0; i < rows.length; i += AT_ONCE)
    yield rows.slice(i, i + AT_ONCE).map((row) => columns.map(({ of }) => of(row, zone)));
}

async function csv({ heads }: SheetLook, someRows: Iterable<Cell[][]>): Promise<Buffer> {
  const parts = [
    csvHead(
      heads.map(({ head }) => head),
      FORM,
    ),
  ];
  for (const rows of someRows) {
    parts.push(csvLines(rows, FORM));
    await othersFirst();
  }
  return encoded(parts.join(''), FORM);
}
