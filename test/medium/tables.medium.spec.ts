import fs from 'node:fs';
import path from 'node:path';
import { DataSource, type EntityMetadata, type QueryRunner } from 'typeorm';
import { dataSourceOptions } from '@app/platform/database/data-source.js';
import { testDatabaseUrl } from './database.js';

/** Tables of others, which keep their shape themselves. */
const NOT_OURS: Record<string, string> = {
  migrations: 'the list of applied migrations, kept by TypeORM',
  sql_definition: 'which views and functions stand, kept by migrate',
  earlier_definition: 'those before they stood in the rooms, for the way back',
  'auth.account': 'logins, kept by better-auth',
  'auth.session': 'logins, kept by better-auth',
  'auth.user': 'logins, kept by better-auth',
  'auth.verification': 'logins, kept by better-auth',
};
/** Its tables are the queue's, whose own migrations make and change them. */
const SCHEMA_OF_THE_QUEUE = 'bullmq';

let dataSource: DataSource;
let declared: string[];

beforeAll(async () => {
  for (const file of entityFiles()) await import(file);
  const options = dataSourceOptions({ DATABASE_URL: await testDatabaseUrl(), DATABASE_POOL: 1 });
  dataSource = await new DataSource(options).initialize();
  declared = await undone(async (runner) => {
    await runner.query('create schema declared');
    for (const metadata of dataSource.entityMetadatas) {
      for (const statement of asDeclared(metadata)) await runner.query(statement);
    }
    return described(runner, `= 'declared'`);
  });
});
afterAll(() => dataSource.destroy());

describe('the entities', () => {
  it('say what the migrated database says, and nothing else', async () => {
    const real = await undone((runner) => ofTheDatabase(runner));

    expect(declared).toEqual(real);
    expect(real.length).toBeGreaterThan(500);
  });

  it('are one for each table, named like it', () => {
    const named = dataSource.entityMetadatas.map(({ tableName, targetName }) => `${fileOf(tableName)} ${targetName}`);
    const expected = entityFiles().map((file) => `${path.basename(file)} ${classOf(path.basename(file))}`);

    expect(named.sort()).toEqual(expected.sort());
  });

  it('sort what people read as dictionaries do', async () => {
    const read = declared.filter((sentence) => / column (?:name|title|label) text /.test(sentence));
    const otherwise = read.filter((sentence) => !sentence.includes('sorted by und-x-icu'));

    // no list goes by these
    expect(otherwise.map((sentence) => sentence.split(' ')[0])).toEqual([
      'import_file',
      'pending_sign_up',
      'stored_file',
    ]);
    expect(read.length).toBeGreaterThan(9);
  });

  it('leave out nothing but what others keep', async () => {
    const rows = await undone((runner): Promise<{ name: string }[]> => runner.query(TABLES, [SCHEMA_OF_THE_QUEUE]));
    const tables = rows.map(({ name }) => name);

    expect(Object.keys(NOT_OURS).filter((name) => !tables.includes(name))).toEqual([]);
    expect([...dataSource.entityMetadatas.map(nameOf), ...Object.keys(NOT_OURS)].sort()).toEqual(tables.sort());
  });

  it.each([
    ['a column has another name', 'alter table task rename title to subject'],
    ['a column is new', 'alter table task add colour text'],
    ['a column is gone', 'alter table office drop region'],
    ['a column has another type', 'alter table tombstone_salt alter salt type text'],
    ['a column is sorted otherwise', 'alter table task alter title type text collate "C"'],
    ['a column may be null', 'alter table task alter title drop not null'],
    ['a column may not be null', 'delete from import_refusal; alter table import_refusal alter ref set not null'],
    ['a default is gone', 'alter table office alter working_days drop default'],
    ['a default is another', 'alter table office alter version set default 2'],
    ['a primary key is another', 'alter table tombstone drop constraint tombstone_pkey, add primary key (id)'],
    ['a unique constraint is gone', 'alter table holiday drop constraint holiday_firm_id_office_id_date_key'],
    ['a unique constraint is new', 'alter table task add unique (firm_id, title, id)'],
    ['a check is gone', 'alter table absence drop constraint absence_check'],
    ['a check is another', `alter table task add check (title <> '')`],
    ['an exclusion is gone', 'alter table absence drop constraint absence_firm_id_user_id_daterange_excl'],
    ['a unique index is gone', 'drop index search_own_ref'],
    ['a unique index is new', 'create unique index on task (firm_id, title, id) where done_at is null'],
    ['a generated column is another', 'alter table candidate alter words drop expression'],
    ['a table is new', 'create table colour (firm_id uuid primary key)'],
    ['a table is gone', 'drop table check_in cascade'],
  ])('differ as soon as %s', async (_, change) => {
    const changed = await undone(async (runner) => {
      await runner.query(change);
      return ofTheDatabase(runner);
    });

    expect(changed).not.toEqual(declared);
  });
});

const LIBS = path.resolve('libs');
const entityFiles = (): string[] =>
  fs
    .readdirSync(LIBS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.entity.ts'))
    .map((file) => path.join(LIBS, file));

const fileOf = (table: string): string => `${table.replaceAll('_', '-')}.entity.ts`;
const classOf = (file: string): string =>
  `${file.replace('.entity.ts', '').replace(/(^|-)[a-z]/g, (start) => start.replace('-', '').toUpperCase())}Entity`;
const nameOf = ({ schema, tableName }: EntityMetadata): string => (schema ? `${schema}.${tableName}` : tableName);

/** The table as its entity has it, made in a schema of its own: so Postgres itself says whether both are the same. */
function asDeclared(metadata: EntityMetadata): string[] {
  const { driver } = dataSource;
  const table = `declared."${nameOf(metadata)}"`;
  const named = (columns: { databaseName: string }[]): string =>
    columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const columns = metadata.columns.map((column) => {
    const type = driver.normalizeType(column) + (column.precision ? `(${column.precision}, ${column.scale})` : '');
    const value = driver.normalizeDefault(column);
    const generated = !column.isInsert && !column.isUpdate;
    return [
      `"${column.databaseName}" ${type}${column.isArray ? '[]' : ''}`,
      column.collation ? `collate "${column.collation}"` : '',
      column.isNullable ? '' : 'not null',
      value === undefined ? '' : `default ${value}`,
      generated ? `generated always as (null::${type}) stored` : '',
    ].join(' ');
  });
  const constraints = [
    `primary key (${named(metadata.primaryColumns)})`,
    ...metadata.uniques.map((unique) => `unique (${named(unique.columns)})`),
    ...metadata.checks.map((check) => `check (${check.expression})`),
    ...metadata.exclusions.map((exclusion) => `exclude ${exclusion.expression}`),
  ];
  const indices = metadata.indices.map(({ name, columns, where }) => {
    const what = columns.length > 0 ? named(columns) : 'firm_id';
    return `create unique index "${name}" on ${table} (${what}) ${where ? `where ${where}` : ''}`;
  });
  return [`create table ${table} (${[...columns, ...constraints].join(', ')})`, ...indices];
}

/** What TypeORM has no words for stands in an entity by name alone. */
const byName = (): string[] =>
  dataSource.entityMetadatas.flatMap(({ indices }) =>
    indices.filter(({ synchronize }) => !synchronize).map(({ name }) => name),
  );

async function ofTheDatabase(runner: QueryRunner): Promise<string[]> {
  const others = Object.keys(NOT_OURS).map((name) => `${name} `);
  const all = await described(runner, `not in ('${SCHEMA_OF_THE_QUEUE}', 'information_schema', 'pg_catalog')`);
  return all.filter((sentence) => !others.some((name) => sentence.startsWith(name)));
}

/** A sentence for each column, constraint and unique index. */
async function described(runner: QueryRunner, schema: string): Promise<string[]> {
  const rows: { sentence: string }[] = await runner.query(
    `with tables as (
       select c.oid, case n.nspname when 'public' then '' when 'declared' then '' else n.nspname || '.' end || c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname ${schema}
     )
     select concat_ws(' ', t.name, 'column', a.attname, format_type(a.atttypid, a.atttypmod),
              'sorted by ' || nullif(l.collname, 'default'),
              case when a.attnotnull then 'not null' end,
              case when a.attgenerated = '' then 'default ' || pg_get_expr(d.adbin, d.adrelid) else 'generated' end) as sentence
     from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
     left join pg_collation l on l.oid = a.attcollation
     union all
     select t.name || ' constraint ' || pg_get_constraintdef(k.oid) from tables t
     join pg_constraint k on k.conrelid = t.oid and k.contype in ('p', 'u', 'c', 'x')
     union all
     select concat_ws(' ', t.name, 'index', i.relname, case when i.relname <> all ($1::text[]) then
              regexp_replace(pg_get_indexdef(x.indexrelid), '^.* USING ', '') end)
     from tables t join pg_index x on x.indrelid = t.oid and x.indisunique join pg_class i on i.oid = x.indexrelid
     where not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid)
     order by 1`,
    [byName()],
  );
  return rows.map(({ sentence }) => sentence);
}

const TABLES = `select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ($1, 'information_schema', 'pg_catalog')`;

/** In a transaction that is rolled back. */
async function undone<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    return await work(runner);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}
