import { Readable } from 'node:stream';
import type { Actor } from '@app/identity/identity.types.js';
import { BASE, TestImports } from './imports.js';

let imports: TestImports;
beforeAll(async () => {
  imports = await TestImports.open();
});
afterAll(() => imports.dataSource.destroy());

const rows = <Row = Record<string, unknown>>(sql: string, firmId: string) => imports.rows<Row>(sql, firmId);

describe('an import that was uploaded', () => {
  async function firmWithPartner(): Promise<Actor> {
    const { firmId } = await imports.folder({ 'offices.csv': BASE['offices.csv'], 'users.csv': BASE['users.csv'] });
    const [user] = await rows<{ id: string }>(
      `select id from firm_user where firm_id = $1 and role = 'partner'`,
      firmId,
    );
    return { firmId, userId: user?.id ?? null, role: 'partner' };
  }

  async function* uploads(files: Record<string, string>) {
    for (const [name, text] of Object.entries(files)) yield { name, bytes: Readable.from([Buffer.from(text)]) };
  }

  it('is read by a job that may run twice, and shows what was refused', async () => {
    const actor = await firmWithPartner();
    const run = await imports.service.start(
      actor,
      uploads({ 'candidates.csv': 'candidate_ref,name\nP-1,Ana\nP-2,\n' }),
      false,
    );
    expect(run.state).toBe('waiting');

    await imports.service.run(actor.firmId, run.id);
    await imports.service.run(actor.firmId, run.id);

    expect(await imports.service.find(actor, run.id)).toMatchObject({
      ...{ state: 'done', refusedTotal: 1, problem: null },
      files: [{ name: 'candidates.csv', rows: 2, kept: 1, refused: 1, state: 'done' }],
      refusals: [
        { file: 'candidates.csv', row: 3, column: 'name', sentence: 'name is empty; every row needs a value' },
      ],
    });
    expect(
      await rows(`select fact from outbox where firm_id = $1 and subject_id = '${run.id}' order by id`, actor.firmId),
    ).toEqual([{ fact: 'imports.import_started' }, { fact: 'imports.import_finished' }]);
  });

  it('invites new people, as what the importing person could make them by hand', async () => {
    const actor = await firmWithPartner();
    const users =
      'email,name,role,office\nada@firm.example,Ada Moreau,admin,berlin\nnew@firm.example,New One,consultant,berlin\n' +
      'boss@firm.example,New Boss,admin,berlin\n';
    for (const check of [true, false]) {
      const run = await imports.service.start(actor, uploads({ 'users.csv': users }), check);
      await imports.service.run(actor.firmId, run.id);

      expect((await imports.service.find(actor, run.id)).refusals).toMatchObject([
        { row: 4, column: 'role', sentence: expect.stringContaining('only an admin can make somebody an admin') },
      ]);
      const invited = check ? [] : [{ email: 'new@firm.example', role: 'consultant', login: null, by: actor.userId }];
      expect(
        await rows(
          `select u.email, u.role, u.auth_user_id as login, i.invited_by as by from invitation i
           join firm_user u on u.firm_id = i.firm_id and u.id = i.user_id where i.firm_id = $1`,
          actor.firmId,
        ),
      ).toEqual(invited);
    }
    expect(
      await rows(
        `select actor_id as by, action from audit_entry where firm_id = $1 and action like 'users.user_invited'`,
        actor.firmId,
      ),
    ).toEqual([{ by: actor.userId, action: 'users.user_invited' }]);
    const announced = `select 1 from outbox where firm_id = $1 and fact = 'invitations.invitation_asked'`;
    expect(await rows(announced, actor.firmId)).toHaveLength(1);
  });

  it('goes on where a worker died, knowing what was refused before', async () => {
    const actor = await firmWithPartner();
    const run = await imports.service.start(
      actor,
      uploads({
        'clients.csv': 'client_ref,name\nC-1,\nC-2,Beta\n',
        'contacts.csv': 'contact_ref,client_ref,name\nK-1,C-1,Cleo\nK-2,C-2,Dan\n',
      }),
      false,
    );
    await imports.service.run(actor.firmId, run.id);
    await imports.dataSource.query(
      `update import_run set state = 'running', finished_at = null,
                progress = jsonb_set(progress, '{files,1,state}', '"running"') where firm_id = $1 and id = $2`,
      [actor.firmId, run.id],
    );
    await imports.dataSource.query(
      `delete from import_refusal where firm_id = $1 and run_id = $2 and file = 'contacts.csv'`,
      [actor.firmId, run.id],
    );
    const files = { 'contacts.csv': 'contact_ref,client_ref,name\nK-1,C-1,Cleo\nK-2,C-2,Dan\n' };
    await refill(actor.firmId, run.id, files);

    await imports.service.runWaiting();

    const after = await imports.service.find(actor, run.id);
    expect(after.files.map(({ name, kept: good, refused, state }) => [name, good, refused, state])).toEqual([
      ['clients.csv', 1, 1, 'done'],
      ['contacts.csv', 1, 1, 'done'],
    ]);
    expect(after.refusals.map(({ sentence }) => sentence)).toContain('client_ref C-1 was refused: clients.csv row 2');
  });

  /** The bytes of a finished run are gone; puts those of one file back. */
  async function refill(firmId: string, runId: string, files: Record<string, string>): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      await imports.dataSource.query(
        `insert into stored_file_chunk (firm_id, file_id, position, bytes)
           select firm_id, file_id, 0, $4 from import_file where firm_id = $1 and run_id = $2 and name = $3`,
        [firmId, runId, name, Buffer.from(text)],
      );
    }
  }

  it('waits while another import of the firm runs, and is read afterwards', async () => {
    const actor = await firmWithPartner();
    const run = await imports.service.start(actor, uploads({ 'clients.csv': 'client_ref,name\nC-1,Acme\n' }), false);

    await imports.importer.withLock(actor.firmId, async () => {
      await imports.service.run(actor.firmId, run.id);
      expect((await imports.service.find(actor, run.id)).state).toBe('waiting');
    });
    await imports.service.run(actor.firmId, run.id);

    expect((await imports.service.find(actor, run.id)).state).toBe('done');
  });

  it('begins as soon as the one before has ended, again and again', async () => {
    const { firmId } = await firmWithPartner();
    const ended: number[] = [];

    for (let at = 0; at < 50; at += 1) await imports.importer.withLock(firmId, async () => ended.push(at));

    expect(ended).toHaveLength(50);
  });

  it('is not seen by another firm, nor started by a consultant', async () => {
    const actor = await firmWithPartner();
    const stranger = await firmWithPartner();
    const run = await imports.service.start(actor, uploads({ 'clients.csv': 'client_ref,name\nC-1,Acme\n' }), true);

    await expect(imports.service.find(stranger, run.id)).rejects.toMatchObject({ code: 'import_not_found' });
    await expect(imports.service.start({ ...actor, role: 'consultant' }, uploads({}), false)).rejects.toMatchObject({
      code: 'not_allowed',
    });
    expect((await imports.service.list(stranger, {})).items.map(({ id }) => id)).not.toContain(run.id);
  });

  it.each([
    [
      'a file that is none of the import',
      { 'clients.csv': 'client_ref,name\n', 'people.csv': 'x\n' },
      'unknown_import_file',
    ],
    ['no file at all', {}, 'import_without_files'],
  ])('is refused with %s, and leaves nothing behind', async (_, files, code) => {
    const actor = await firmWithPartner();

    await expect(imports.service.start(actor, uploads(files), false)).rejects.toMatchObject({ code });

    expect(await rows('select 1 from stored_file where firm_id = $1', actor.firmId)).toEqual([]);
  });
});
