import pg from 'pg';
import { openDataSource } from '@app/platform/database/data-source.js';
import { dropDefinitions } from '@app/platform/migrate/definitions.js';
import { type Definition, func, view } from '@app/platform/migrate/definitions.sql.js';
import { lackOf, migrate, pendingChanges } from '@app/platform/migrate/migrate.js';
import { migrations } from '@app/platform/database/migrations.js';
import { builtInTemplates } from '@app/role-templates/built-in.rules.js';
import { newId } from '@app/platform/database/id.js';
import { DEFINITIONS } from '@app/schema/schema.sql.js';
import { ask, catalogueOf } from '../lib/backups.js';
import { emptyDatabase, ownDatabase, type OwnDatabase } from '../lib/own-database.js';

const BEFORE_ROOMS = migrations.findIndex(({ name }) => name.startsWith('DefinitionsInRooms'));
const names = DEFINITIONS.map(({ name }) => name);

let fresh: OwnDatabase;
beforeAll(async () => {
  fresh = await ownDatabase();
});
afterAll(() => fresh.drop());

/** A database as a version with so many migrations left it. */
async function olderDatabase(count: number) {
  const own = await emptyDatabase();
  const dataSource = await openDataSource(own.url, 1, migrations.slice(0, count));
  await dataSource.runMigrations({ transaction: 'each' });
  await dataSource.destroy();
  return own;
}

describe('migrations', () => {
  it('are applied once to an empty database, however many processes start them together', async () => {
    const { url, drop } = await emptyDatabase();

    const applied = await Promise.all([1, 2, 3, 4, 5].map(() => migrate(url, DEFINITIONS)));

    const counts = applied.map((one) => [one.migrations.length, one.definitions.length]).sort(([a], [b]) => b! - a!);
    expect(counts).toEqual([
      [migrations.length, DEFINITIONS.length],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(await migrate(url, DEFINITIONS)).toEqual({ migrations: [], definitions: [] });
    await drop();
  });

  it('give the firms that are there the role templates that a new firm starts with', async () => {
    const { url, drop } = await olderDatabase(migrations.findIndex(({ name }) => name.startsWith('RoleTemplates')));
    const firm = newId();
    await ask(url, `insert into firm (id, name) values ('${firm}', 'Firm')`);

    await migrate(url, DEFINITIONS);

    const given = await ask(url, 'select key, code, title, family, criteria from role_template order by key');
    expect(given).toEqual(builtInTemplates().sort((a, b) => (a.key < b.key ? -1 : 1)));
    await drop();
  });

  it('take as long as they take, however large the tables', async () => {
    const { url, drop } = await ownDatabase();
    const probe = func(
      'takes_long',
      `() returns int language sql as 'select 1';
       do $$ begin
         assert current_setting('statement_timeout') = '0', 'would be cut off';
       end $$`,
    );

    const { definitions } = await migrate(url, [...DEFINITIONS, probe]);

    expect(definitions).toEqual(['takes_long']);
    await drop();
  });

  it('can be taken back one after the other, and applied again', async () => {
    const { url, drop } = await ownDatabase();
    const made = await catalogueOf(url);
    const dataSource = await openDataSource(url, 1);
    const runner = dataSource.createQueryRunner();
    await dropDefinitions(runner);
    await runner.release();

    for (const _ of migrations) await dataSource.undoLastMigration({ transaction: 'each' });

    const [{ left }] = await dataSource.query(
      `select count(*)::int as left from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
         and relname <> 'migrations'`,
    );
    await dataSource.destroy();
    expect(left).toBe(0);
    expect((await migrate(url, DEFINITIONS)).migrations).toHaveLength(migrations.length);
    expect(await catalogueOf(url)).toEqual(made);
    await drop();
  });
});

describe('a database of an older version comes out the same as a new one', () => {
  it.each([
    ['just before views and functions stood in the rooms', BEFORE_ROOMS],
    ['when its clocks were others', migrations.findIndex(({ name }) => name.startsWith('MoreClocks'))],
    ['with all migrations and none of its views and functions', migrations.length],
  ])('%s', async (_, count) => {
    const old = await olderDatabase(count);

    await migrate(old.url, DEFINITIONS);

    expect(await catalogueOf(old.url)).toEqual(await catalogueOf(fresh.url));
    await old.drop();
  });

  it('where somebody had changed a view and a function by hand', async () => {
    const old = await olderDatabase(BEFORE_ROOMS);
    await ask(
      old.url,
      `create or replace function on_duty(p_firm uuid, p_user uuid, p_at timestamptz) returns uuid language sql as 'select p_user';
       create or replace view live_candidacy as
       select c.firm_id, c.id, c.search_id, c.candidate_id, c.stage_id, 'open' as search_status, false as search_confidential
       from candidacy c`,
    );

    await migrate(old.url, DEFINITIONS);

    expect(await catalogueOf(old.url)).toEqual(await catalogueOf(fresh.url));
    await old.drop();
  });

  it('where another version had views and functions that this one has not, or others', async () => {
    const old = await emptyDatabase();
    const theirs: Definition[] = [
      func('foreign_number', '(a int) returns int language sql as $$ select a $$'),
      ...DEFINITIONS.map((one) =>
        one.name === 'duty_now' ? { ...one, sql: `${one.sql} and u.role <> 'admin'` } : one,
      ),
      view('foreign_view', 'select foreign_number(1) as one, d.user_id from duty_now d'),
    ];
    await migrate(old.url, theirs);

    const { migrations: applied, definitions } = await migrate(old.url, DEFINITIONS);

    expect(applied).toEqual([]);
    expect([...definitions].sort()).toEqual(['duty_now', 'foreign_number', 'foreign_view']);
    expect(await catalogueOf(old.url)).toEqual(await catalogueOf(fresh.url));
    await old.drop();
  });
});

describe('views and functions of the rooms', () => {
  it('are made in an order that works, each once, and recorded', async () => {
    const { url } = fresh;

    expect(new Set(names).size).toBe(names.length);
    const recorded = await ask<{ name: string }>(url, 'select name from sql_definition order by position');
    expect(recorded.map(({ name }) => name)).toEqual(names);
  });

  it('are left as they are while nothing changes', async () => {
    const { url } = fresh;
    const made = `select oid::int from pg_class where relname = 'open_flag'`;
    const before = await ask(url, made);

    await migrate(url, DEFINITIONS);

    expect(await ask(url, made)).toEqual(before);
  });

  it('are made again where somebody dropped some', async () => {
    const { url, drop } = await ownDatabase();
    await ask(url, 'drop view search_health, open_flag cascade');

    const { definitions } = await migrate(url, DEFINITIONS);

    expect(definitions).toContain('open_flag');
    expect(await catalogueOf(url)).toEqual(await catalogueOf(fresh.url));
    await drop();
  });

  it('are changed under whoever holds one and asks for another, and neither is refused', async () => {
    const { url, drop } = await ownDatabase();
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query('begin');
    await other.query('select from search_header');

    const migrated = migrate(url, DEFINITIONS.slice(0, -1));
    while ((await ask(url, 'select from pg_locks where not granted')).length === 0);
    await other.query('select from due_notice');
    await other.query('commit');

    expect((await migrated).definitions).toEqual(names.slice(-1));
    await other.end();
    await drop();
  });

  it('are all there or as they were: a wrong one changes nothing', async () => {
    const { url } = fresh;
    const before = await catalogueOf(url);

    const broken = migrate(url, [...DEFINITIONS, view('nonsense', 'select no_such_column from firm')]);

    await expect(broken).rejects.toThrow('no_such_column');
    expect(await catalogueOf(url)).toEqual(before);
  });

  it('of another version are missed by whoever asks before they start', async () => {
    const { url } = fresh;
    const dataSource = await openDataSource(url, 1);
    const lack = async (definitions: readonly Definition[]) =>
      lackOf(await pendingChanges(dataSource.manager, definitions));

    expect(await lack(DEFINITIONS)).toBeNull();
    expect(await lack(DEFINITIONS.slice(1))).toBe('the views and functions');
    await dataSource.destroy();
  });

  it('are never all: what an index, a default or a trigger needs is made by a migration', async () => {
    const { url } = fresh;
    const bound = await ask<{ name: string }>(
      url,
      `select distinct p.proname as name from pg_depend d join pg_proc p on p.oid = d.refobjid
       where d.refclassid = 'pg_proc'::regclass and p.pronamespace = 'public'::regnamespace
         and d.classid in ('pg_class'::regclass, 'pg_constraint'::regclass, 'pg_attrdef'::regclass, 'pg_trigger'::regclass)
         and not exists (select 1 from pg_depend x where x.objid = p.oid and x.deptype = 'e')`,
    );
    const dropped = new Set(DEFINITIONS.filter(({ kind }) => kind !== 'trigger function').map(({ name }) => name));

    expect(bound.map(({ name }) => name).filter((name) => dropped.has(name))).toEqual([]);
  });
});
