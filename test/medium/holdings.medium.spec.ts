import type { DataSource } from 'typeorm';
import { ROOMS } from '@app/compliance/rooms.holdings.js';
import { openTestDatabase } from './database.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());

/** Names, words, structured text and bytes: whatever could hold something about a person. */
const COULD_HOLD_WORDS = `select c.table_name || '.' || c.column_name as name
  from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not in ('migrations', 'sql_definition', 'earlier_definition')
    and c.udt_name in ('text', '_text', 'varchar', '_varchar', 'bpchar', 'json', 'jsonb', '_jsonb', 'bytea', 'tsvector',
                       'citext', 'xml')`;

describe('what rooms hold about persons', () => {
  it('is decided for every column that could hold words', async () => {
    const rows: { name: string }[] = await dataSource.query(COULD_HOLD_WORDS);
    const columns = rows.map(({ name }) => name).sort();
    const decided = ROOMS.flatMap(({ holdings }) =>
      holdings.flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`)),
    ).sort();

    // a column that is missing here: say in its room's holdings what becomes of it when a person is erased
    expect(decided).toEqual(columns);
    console.log(`holdings: ${columns.length} columns of ${ROOMS.length} rooms are decided`);
  });

  it('names each table once', () => {
    const tables = ROOMS.flatMap(({ holdings }) => holdings.map(({ table }) => table));

    expect(new Set(tables).size).toBe(tables.length);
  });

  it('says to which search it belongs, wherever it belongs to one', async () => {
    const rows: { table: string }[] = await dataSource.query(
      `select distinct table_name as table from information_schema.columns where table_schema = 'public'
         and column_name in ('search_id', 'candidacy_id', 'flag_id', 'offer_id', 'interview_id', 'delivery_id')`,
    );
    const ofASearch = new Set(rows.map(({ table }) => table));
    const silent = ROOMS.flatMap(({ holdings }) => holdings).filter(
      ({ table, about, columns, search }) =>
        ofASearch.has(table) &&
        !search &&
        (about || Object.values(columns).some((fate) => fate === 'text' || fate === 'sentence')),
    );

    // or it would be handed out, and counted, to people who may not see the search
    expect(silent.map(({ table }) => table)).toEqual([]);
  });

  it('is stated in SQL that Postgres understands, whoever the person is', async () => {
    const { Persons } = await import('@app/platform/persons/persons.js');
    const persons = new Persons();
    const [firmId, id] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
    const nobody = { seesAll: false, userId: null, visible: 'x.confidential' };
    for (const kind of ['candidate', 'contact'] as const) {
      const person = { firmId, kind, id, words: ['a (b', 'c"d'], ownWords: ['a (b'], cells: ['x'] };
      expect(await persons.preview(dataSource.manager, ROOMS, person)).toEqual({});
      expect(await persons.erase(dataSource.manager, ROOMS, person)).toEqual({});
      expect(await persons.exportOf(dataSource.manager, ROOMS, person, nobody)).toEqual({});
    }
  });
});
