import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { FILES } from '@app/import-files/import-rows.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import type { ImportRun } from '@app/imports/imports.types.js';
import { IMPORT_FILES, IMPORT_QUOTAS, type ImportFileName } from '@app/import-files/import-files.types.js';
import { newId } from '@app/platform/database/id.js';
import { until } from '../lib/until.js';
import { BASE, TestImports } from './imports.js';
import { afterEachCommit } from './one-connection.js';

let imports: TestImports;
beforeAll(async () => {
  imports = await TestImports.open();
});
afterAll(() => imports.dataSource.destroy());

async function aPartner(): Promise<Actor> {
  const { firmId } = await imports.folder({ 'offices.csv': BASE['offices.csv'], 'users.csv': BASE['users.csv'] });
  const [user] = await imports.rows<{ id: string }>(`select id from firm_user where firm_id = $1 limit 1`, firmId);
  return { firmId, userId: user?.id ?? null, role: 'partner' };
}

async function* uploads(files: Partial<Record<ImportFileName, string>>) {
  for (const [name, text] of Object.entries(files)) yield { name, bytes: Readable.from([Buffer.from(text)]) };
}

const start = (actor: Actor, files: Partial<Record<ImportFileName, string>>, check = false): Promise<ImportRun> =>
  imports.service.start(actor, uploads(files), check);

async function carriedOut(actor: Actor, files: Partial<Record<ImportFileName, string>>, check = false) {
  const { id } = await start(actor, files, check);
  await imports.service.run(actor.firmId, id);
  return imports.service.find(actor, id);
}

const clients = (count: number, name = 'Acme') =>
  `client_ref,name\n${Array.from({ length: count }, (_, i) => `C-${i},${name}`).join('\n')}\n`;

describe('a cell of any length', () => {
  const lengths = [4_000, 9_000, 100_000];
  const long = (length: number): string => randomBytes(length).toString('base64url').slice(0, length);

  it.each(lengths)(
    'of %i random characters in any column of any file costs its row and nothing else',
    async (length) => {
      const actor = await aPartner();
      const files = Object.fromEntries(
        IMPORT_FILES.map((name) => {
          const [header = '', first = '', ...rows] = (BASE as Record<string, string>)[name]?.trim().split('\n') ?? [];
          const columns = FILES[name].columns.map((column) => column.name);
          const known = header ? header.split(',') : columns;
          const cells = first ? first.split(',') : known.map(() => '');
          const all = [...known, ...columns.filter((column) => !known.includes(column))];
          const spoilt = all.map((_, place) =>
            all.map((__, i) => (i === place ? long(length) : i === 0 ? `X-${place}` : (cells[i] ?? ''))).join(','),
          );
          const pad = ','.repeat(all.length - known.length);
          const good = [first, ...rows].filter((row) => row !== '' && !row.includes('"')).map((row) => row + pad);
          return [name, `${[all.join(','), ...good, ...spoilt].join('\n')}\n`];
        }),
      );

      const run = await carriedOut(actor, files);

      expect([run.state, run.problem]).toEqual(['done', null]);
      expect(run.files.map(({ state }) => state)).toEqual(run.files.map(() => 'done'));
      expect(run.files.find(({ name }) => name === 'clients.csv')?.kept).toBeGreaterThanOrEqual(2);
    },
  );
});

describe('a file that is wrong all through', () => {
  const refused = 'more than 10,000 of its rows, and more than one in ten, were refused; the file does not look right';

  it('is given up at ten thousand refused rows, and nothing of it is kept', async () => {
    const actor = await aPartner();
    const wrong = `client_ref,name\nC-good,Acme\n${'C-1,\n'.repeat(60_000)}`;

    const run = await carriedOut(actor, { 'clients.csv': wrong, 'candidates.csv': 'candidate_ref,name\nP-1,Ana\n' });

    expect(run.files).toMatchObject([
      { name: 'clients.csv', kept: 0, state: 'refused' },
      { name: 'candidates.csv', kept: 1, state: 'done' },
    ]);
    expect(run.files[0]?.rows).toBeLessThan(60_000);
    const [last] = await imports.rows<{ sentence: string }>(
      'select sentence from import_refusal where firm_id = $1 order by id desc limit 1',
      actor.firmId,
    );
    expect(last?.sentence).toContain(refused);
    expect(await imports.rows('select 1 from client where firm_id = $1', actor.firmId)).toEqual([]);
  });

  it.each([[false], [true]])('that says the same row again and again is given up early (check: %s)', async (check) => {
    const actor = await aPartner();

    const run = await carriedOut(actor, { 'candidates.csv': `candidate_ref,name\n${'a,b\n'.repeat(200_000)}` }, check);

    expect(run.files).toMatchObject([{ kept: 0, state: 'refused' }]);
    expect(run.files[0]?.rows).toBeLessThan(60_000);
    expect(run.refusals.map(({ sentence }) => sentence).join()).toContain('the file does not look right');
  });

  it('is given up when only the merge finds out', async () => {
    const actor = await aPartner();
    const contacts = Array.from({ length: 12_000 }, (_, i) => `K-${i},C-0,Ana`).join('\n');

    const run = await carriedOut(actor, {
      'clients.csv': clients(1),
      'contacts.csv': `contact_ref,client_ref,name\n${contacts.replaceAll('C-0', 'C-9')}\nK-good,C-0,Ana\n`,
    });

    expect(run.files).toMatchObject([{ kept: 1 }, { name: 'contacts.csv', kept: 0, state: 'refused' }]);
    expect(await imports.rows('select 1 from contact where firm_id = $1', actor.firmId)).toEqual([]);
  });

  it('is not given up for a few thousand among many', async () => {
    const actor = await aPartner();
    const text = `${clients(1_000)}${'C-bad,\n'.repeat(2_000)}`;

    expect((await carriedOut(actor, { 'clients.csv': text })).files).toMatchObject([
      { rows: 3_000, kept: 1_000, refused: 2_000, state: 'done' },
    ]);
  });
});

describe('what a firm may ask for', () => {
  it('is five imports at a time', async () => {
    const actor = await aPartner();
    for (let i = 0; i < IMPORT_QUOTAS.goingRuns; i += 1) await start(actor, { 'clients.csv': clients(1) });

    await expect(start(actor, { 'clients.csv': clients(1) })).rejects.toMatchObject({
      code: 'too_many_imports',
      message:
        'Your firm already has 5 imports waiting or running. Send this one when one of them has finished, or cancel one.',
    });
    expect(await imports.rows('select 1 from stored_file where firm_id = $1', actor.firmId)).toHaveLength(5);
    const other = await aPartner();
    expect((await start(other, { 'clients.csv': clients(1) })).state).toBe('waiting');
  });

  it('is five also when they come at the same time', async () => {
    const actor = await aPartner();

    const told = await Promise.allSettled(Array.from({ length: 8 }, () => start(actor, { 'clients.csv': clients(1) })));

    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await imports.rows('select 1 from stored_file where firm_id = $1', actor.firmId)).toHaveLength(5);
  });

  it('is fifty imports a day', async () => {
    const actor = await aPartner();
    const { id } = await start(actor, { 'clients.csv': clients(1) });
    await imports.service.run(actor.firmId, id);
    await imports.dataSource.query(
      `with run as (insert into import_run (firm_id, id, state) select $1, gen_random_uuid(), 'done' from generate_series(1, 49)
                    returning firm_id, id)
       insert into import_file (firm_id, id, run_id, name, file_id)
       select r.firm_id, gen_random_uuid(), r.id, 'clients.csv', (select id from stored_file where firm_id = $1 limit 1) from run r`,
      [actor.firmId],
    );

    await expect(start(actor, { 'clients.csv': clients(1) })).rejects.toMatchObject({
      code: 'too_many_imports',
      message: expect.stringContaining('started 50 imports within a day'),
    });
  });
});

describe('calling an import off', () => {
  it('keeps one that waits from ever starting', async () => {
    const actor = await aPartner();
    const { id, mayCancel } = await start(actor, { 'clients.csv': clients(1) });
    afterEachCommit(() => imports.rows(`update import_run set problem = 'what came next' where id = $1`, id));

    const cancelled = await imports.service.cancel(actor, id);
    await imports.service.run(actor.firmId, id);

    expect(mayCancel).toBe(true);
    expect(cancelled).toMatchObject({ state: 'cancelled', mayCancel: false, finishedAt: expect.any(Date) });
    expect(cancelled.problem).toMatch(/^It was cancelled/);
    expect(await imports.service.find(actor, id)).toMatchObject({ state: 'cancelled' });
    expect(await imports.rows('select 1 from client where firm_id = $1', actor.firmId)).toEqual([]);
    expect(await imports.rows('select 1 from stored_file_chunk where firm_id = $1', actor.firmId)).toEqual([]);
    expect(
      await imports.rows(
        `select action, detail from audit_entry where firm_id = $1 and action like 'imports.c%'`,
        actor.firmId,
      ),
    ).toEqual([{ action: 'imports.cancelled', detail: { was: 'waiting' } }]);
  });

  it('ends one that runs: whole files stay, of the one being read nothing does', async () => {
    const actor = await aPartner();
    const people = Array.from({ length: 400_000 }, (_, i) => `P-${i},Ana ${i}`).join('\n');
    const { id } = await start(actor, {
      'clients.csv': clients(3),
      'candidates.csv': `candidate_ref,name\n${people}\n`,
    });
    const running = imports.service.run(actor.firmId, id);
    await until(async () => (await imports.service.find(actor, id)).files[1]?.state === 'running');

    const asked = await imports.service.cancel(actor, id);
    await running;
    const run = await imports.service.find(actor, id);

    expect(asked.mayCancel).toBe(false);
    expect(run).toMatchObject({
      state: 'cancelled',
      problem: 'It was cancelled. Finished files are kept; nothing from the others was.',
      files: [
        { name: 'clients.csv', kept: 3, state: 'done' },
        { name: 'candidates.csv', rows: 0, kept: 0, state: 'waiting' },
      ],
    });
    expect(await imports.rows('select 1 from client where firm_id = $1', actor.firmId)).toHaveLength(3);
    expect(await imports.rows('select 1 from candidate where firm_id = $1 limit 1', actor.firmId)).toEqual([]);
    expect(await imports.rows('select 1 from stored_file_chunk where firm_id = $1', actor.firmId)).toEqual([]);
  });

  it('ends one at once whose worker died after it was asked', async () => {
    const actor = await aPartner();
    const { id } = await start(actor, { 'clients.csv': clients(3) });
    await imports.dataSource.query(
      `update import_run set state = 'running', cancel_asked_at = now() where firm_id = $1 and id = $2`,
      [actor.firmId, id],
    );

    await imports.service.run(actor.firmId, id);

    expect(await imports.service.find(actor, id)).toMatchObject({ state: 'cancelled', files: [{ kept: 0 }] });
  });

  it('is refused of one that has ended, of an unknown one and to a consultant', async () => {
    const actor = await aPartner();
    const stranger = await aPartner();
    const run = await carriedOut(actor, { 'clients.csv': clients(1) });

    await expect(imports.service.cancel(actor, run.id)).rejects.toMatchObject({ code: 'import_ended' });
    await expect(imports.service.cancel(actor, newId())).rejects.toMatchObject({ code: 'import_not_found' });
    await expect(imports.service.cancel(stranger, run.id)).rejects.toMatchObject({ code: 'import_not_found' });
    await expect(imports.service.cancel({ ...actor, role: 'consultant' }, run.id)).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });
});

describe('uploads that were cut off', () => {
  const age = (firmId: string) =>
    imports.dataSource.query(`update stored_file set touched_at = now() - interval '61 minutes' where firm_id = $1`, [
      firmId,
    ]);

  it('go after an hour, and only those that no import names', async () => {
    const actor = await aPartner();
    await start(actor, { 'clients.csv': clients(1) });
    const insert = 'insert into stored_file (firm_id, id, name) values ($1, $2, $3)';
    for (const name of ['old.csv', 'new.csv']) await imports.dataSource.query(insert, [actor.firmId, newId(), name]);
    await imports.dataSource.query(
      `insert into stored_file_chunk (firm_id, file_id, position, bytes)
       select firm_id, id, 0, 'names' from stored_file where firm_id = $1 and name = 'old.csv'`,
      [actor.firmId],
    );
    await age(actor.firmId);
    await imports.dataSource.query(
      `update stored_file set touched_at = now() where firm_id = $1 and name = 'new.csv'`,
      [actor.firmId],
    );

    await imports.service.sweepUploads();

    expect(await imports.rows('select name from stored_file where firm_id = $1 order by name', actor.firmId)).toEqual([
      { name: 'clients.csv' },
      { name: 'new.csv' },
    ]);
    expect(await imports.rows('select 1 from stored_file_chunk where firm_id = $1', actor.firmId)).toHaveLength(1);
  });
});
