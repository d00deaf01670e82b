import fs from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DataSource } from 'typeorm';
import { dataSourceOptions, openDataSource } from '@app/platform/database/data-source.js';
import { newId } from '@app/platform/database/id.js';
import { endRestoring, migrate } from '@app/platform/migrate/migrate.js';
import { migrations } from '@app/platform/database/migrations.js';
import { standsBefore } from '@app/platform/migrate/reach.js';
import { DEFINITIONS } from '@app/schema/schema.sql.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aFlag } from '../factories/flag.factory.js';
import { History } from '../factories/history.factory.js';
import { ask, backupFolder, backupOf, brokenIn, PASSPHRASE, restoreOf, schemaOf, tablesIn } from '../lib/backups.js';
import { emptyDatabase, ownDatabase, type OwnDatabase } from '../lib/own-database.js';
import { seeded } from '../lib/random.js';

const SECRETS = {
  AUTH_SECRET: 'q8Jm1yX0nq6i0m7o4uYz4T7kVw3c8lq2k2m3n1b0v9A=',
  SMTP_URL: 'smtps://u:hush@mail.firm.example',
};
const NASTY = 'Zoë "Ö\\N\t\'\n\r\\.\n 終';

type Given = [file: string, passphrase: string | null];

const folder = backupFolder();
let from: OwnDatabase;
let firm: TestFirm;
let file: string;
let sealed: string;

beforeAll(async () => {
  from = await ownDatabase();
  const dataSource = await new DataSource(dataSourceOptions({ DATABASE_URL: from.url, DATABASE_POOL: 4 })).initialize();
  firm = await aFirm(dataSource, { name: NASTY });
  const past = await History.of(dataSource, firm);
  for (let search = 0; search < 3; search += 1) {
    const searchId = await past.search({ openedAt: '2026-10-01T09:00:00Z', confidential: search === 0 });
    for (const stage of ['contacted', 'assessed'])
      await past.candidacy(searchId, { stage, at: '2026-10-05T09:00:00Z' });
    await aFlag(dataSource, firm.id, searchId);
  }
  const fileId = newId();
  await dataSource.query('insert into stored_file (firm_id, id, name, size) values ($1, $2, $3, 300000)', [
    ...[firm.id, fileId, 'a.bin'],
  ]);
  await dataSource.query('insert into stored_file_chunk (firm_id, file_id, position, bytes) values ($1, $2, 0, $3)', [
    firm.id,
    fileId,
    Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7) % 256)),
  ]);
  await dataSource.destroy();
  [file, sealed] = [folder.file('plain.backup'), folder.file('sealed.backup')];
  await backupOf(from.url, file, { secrets: SECRETS });
  await backupOf(from.url, sealed, { secrets: SECRETS, passphrase: PASSPHRASE });
}, 120_000);

afterAll(async () => {
  await from.drop();
  folder.remove();
});

/** As a role that owns its database and is nobody otherwise. */
async function ownedDatabase(): Promise<OwnDatabase> {
  const { url, drop } = await emptyDatabase();
  const name = new URL(url).pathname.slice(1);
  await ask(url, `create role ${name} login password 'only-for-tests' nosuperuser`);
  await ask(url, `alter database ${name} owner to ${name}`);
  const own = Object.assign(new URL(url), { username: name, password: 'only-for-tests' }).href;
  return {
    url: own,
    drop: async () => {
      await drop();
      await ask(process.env.TEST_DATABASE_URL ?? '', `drop role ${name}`);
    },
  };
}

describe('a backup', () => {
  it('restores into an empty database whose owner is no superuser, and is the same in every row and rule', async () => {
    const to = await ownedDatabase();

    const restored = await restoreOf(sealed, to.url, PASSPHRASE);
    await migrate(to.url, DEFINITIONS, { restoring: true });
    await endRestoring(to.url);

    expect(restored.head.secrets).toEqual(SECRETS);
    expect(restored.ends).toMatchObject({
      'public.firm': { rows: 1 },
      'public.search': { rows: 3 },
      'public.candidacy': { rows: 6 },
      'public.stored_file_chunk': { rows: 1 },
    });
    expect(await ask(to.url, 'select name from firm')).toEqual([{ name: NASTY }]);
    expect(await schemaOf(to.url)).toEqual(await schemaOf(from.url));
    expect(await brokenIn(to.url)).toEqual([]);
    const again = folder.file('again.backup');
    await backupOf(to.url, again);
    await standsBefore(to.url);
    expect((await restoreOf(again, (await emptyDatabase()).url)).ends).toEqual(restored.ends);
    await to.drop();
  }, 120_000);

  it('holds no secret and no name in the clear when it is sealed, and no secret at all when it is not', async () => {
    const clear = fs.readFileSync(sealed).subarray(fs.readFileSync(sealed).indexOf('\n')).toString('latin1');
    const to = await emptyDatabase();

    expect(clear).not.toContain('firm');
    expect((await restoreOf(file, to.url)).head.secrets).toEqual({});
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    await to.drop();
  });

  it('of an older version is brought to this one', async () => {
    const [older, to] = [await emptyDatabase(), await emptyDatabase()];
    const before = await openDataSource(older.url, 1, migrations.slice(0, -3));
    await before.runMigrations({ transaction: 'each' });
    await before.query(`insert into firm (id, name) values ($1, 'Old')`, [newId()]);
    await before.destroy();
    await backupOf(older.url, folder.file('older.backup'));

    await restoreOf(folder.file('older.backup'), to.url);
    const { migrations: later } = await migrate(to.url, DEFINITIONS, { restoring: true });

    expect(later).toEqual(migrations.slice(-3).map(({ name }) => name));
    expect(await ask(to.url, 'select name from firm')).toEqual([{ name: 'Old' }]);
    await Promise.all([older.drop(), to.drop()]);
  });

  it('keeps every process from starting until the restore is through', async () => {
    const to = await emptyDatabase();
    await restoreOf(file, to.url);

    await expect(standsBefore(to.url)).rejects.toThrow('a restore into this database was not finished');
    await expect(migrate(to.url, DEFINITIONS)).rejects.toThrow('a restore into this database was not finished');
    await to.drop();
  });
});

/** Some bits of a gzip stream fill it up to a whole byte or belong to its head, and say nothing. */
function sayTheSame(one: Buffer, other: Buffer): boolean {
  try {
    return gunzipSync(one).equals(gunzipSync(other));
  } catch {
    return false;
  }
}

describe('a restore refuses, and changes nothing,', () => {
  it('a database that is not empty', async () => {
    await expect(restoreOf(file, from.url)).rejects.toThrow('The database has tables already');
  });

  it('a file that was cut or changed, wherever', async () => {
    const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000);
    const random = seeded(seed);
    const to = await emptyDatabase();
    const broken = folder.file('broken.backup');
    for (const [whole, passphrase] of [
      [fs.readFileSync(file), null],
      [fs.readFileSync(sealed), PASSPHRASE],
    ] as const) {
      const body = whole.indexOf('\n') + 1;
      for (let attempt = 0; attempt < 12; attempt += 1) {
        const at = body + Math.floor(random() * (whole.length - body - 1));
        const changed = Buffer.from(whole);
        changed.writeUInt8((whole[at] ?? 0) ^ (1 << Math.floor(random() * 8)), at);
        if (passphrase === null && sayTheSame(changed.subarray(body), whole.subarray(body))) continue;
        fs.writeFileSync(broken, attempt % 2 === 0 ? whole.subarray(0, at) : changed);

        const told = await restoreOf(broken, to.url, passphrase).then(
          () => 'restored',
          (error: Error) => error.message,
        );

        expect([seed, attempt, at, told]).toEqual([
          ...[seed, attempt, at],
          expect.stringMatching(/broken\.backup (ends in the middle|was cut or changed|holds what no backup holds)/),
        ]);
      }
    }
    expect(await tablesIn(to.url)).toBe(0);
    await to.drop();
  }, 120_000);

  it.each<[string, () => Given, string]>([
    ['a wrong passphrase', () => [sealed, 'not the passphrase'], 'This is not the passphrase'],
    ['a sealed one without a passphrase', () => [sealed, null], 'give its passphrase'],
    ['another file', () => ['package.json', null], 'package.json is not a backup of Searchlight'],
    ['a file that is not there', () => [folder.file('none'), null], 'There is no file'],
    [
      'one of a newer version',
      () => [newer(), null],
      'this one does not know FromTheFuture1. Restore it with the newer',
    ],
  ])('%s', async (_, given, sentence) => {
    const [name, passphrase] = given();
    const to = await emptyDatabase();

    await expect(restoreOf(name, to.url, passphrase)).rejects.toThrow(sentence);

    expect(await tablesIn(to.url)).toBe(0);
    await to.drop();
  });

  function newer(): string {
    const whole = fs.readFileSync(file);
    const header = JSON.parse(whole.subarray(0, whole.indexOf('\n')).toString());
    const line = JSON.stringify({ ...header, migrations: [...header.migrations, 'FromTheFuture1'] });
    fs.writeFileSync(
      folder.file('newer.backup'),
      Buffer.concat([Buffer.from(line), whole.subarray(whole.indexOf('\n'))]),
    );
    return folder.file('newer.backup');
  }
});

describe('a backup is refused in a sentence, and leaves no file,', () => {
  it.each([
    ['where one stands already', () => file, {}, 'is there already'],
    ['in a folder that is not there', () => folder.file('no/where'), {}, 'there is no such folder'],
    ['with a short passphrase', () => folder.file('short'), { passphrase: 'hunter2' }, 'at least 12 characters'],
  ])('%s', async (_, name, order, sentence) => {
    const before = fs.readdirSync(folder.file('.')).sort();

    await expect(backupOf(from.url, name(), order)).rejects.toThrow(sentence);

    expect(fs.readdirSync(folder.file('.')).sort()).toEqual(before);
  });
});
