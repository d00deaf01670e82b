import { ImportsService } from '@app/imports/imports.service.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
beforeAll(async () => {
  api = await openTestApi();
  firm = await aFirm(api.dataSource);
});
afterAll(() => api.close());

const as = (role: Parameters<TestFirm['cookie']>[0]) => api.request(firm.cookie(role));
/** What the worker does when it hears that an import was started. */
const work = (runId: string) => api.app.get(ImportsService).run(firm.id, runId);

describe('an import through the door', () => {
  it('keeps the good rows, names the bad ones and offers them as CSV', async () => {
    const csv = 'client_ref,name,country\nC-1,Brightwater (simulated),DE\nC-2,,DE\nC-3,Fernhill (simulated),Germany\n';
    const { body: run } = await as('partner')
      .post('/api/imports')
      .attach('files', Buffer.from(csv), 'clients.csv')
      .expect(201);
    expect(run).toMatchObject({ state: 'waiting', checkOnly: false });

    await work(run.id);
    await work(run.id);

    const { body: done } = await as('partner').get(`/api/imports/${run.id}`).expect(200);
    expect(done).toMatchObject({
      state: 'done',
      files: [{ name: 'clients.csv', rows: 3, kept: 1, refused: 2, state: 'done' }],
      refusedTotal: 2,
    });
    expect(done.refusals).toEqual([
      expect.objectContaining({ file: 'clients.csv', row: 3, column: 'name' }),
      expect.objectContaining({ file: 'clients.csv', row: 4, column: 'country' }),
    ]);
    const { text } = await as('partner').get(`/api/imports/${run.id}/refusals.csv`).expect(200);
    expect(text).toContain('C-2');
    const { body: told } = await as('admin').get(`/api/imports/${run.id}`).expect(200);
    expect(told).toMatchObject({ refusedTotal: 2, refusals: [], refusalsWithheld: true });
    const { text: kept } = await as('admin').get(`/api/imports/${run.id}/refusals.csv`).expect(200);
    expect(kept.trimEnd().split('\n')).toHaveLength(1);
    const { body: clients } = await as('partner').get('/api/clients').expect(200);
    expect(clients.items).toEqual([expect.objectContaining({ ref: 'C-1', name: 'Brightwater (simulated)' })]);
  });

  it('offers the refused rows of each file as that file came, and takes them back under the name they have then', async () => {
    const contacts = Buffer.from(
      '\ufeffname\tShoe size\tcontact_ref\tclient_ref\r\nCleo\t44\tK-1\tC-77\r\n',
      'utf16le',
    );
    const { body: run } = await as('partner')
      .post('/api/imports')
      .attach('files', Buffer.from('name;client_ref;country\r\nFernhill;C-77;Mars\r\n'), 'clients.csv')
      .attach('files', contacts, 'contacts.csv')
      .expect(201);
    await work(run.id);
    const { text: withheld } = await as('admin')
      .get(`/api/imports/${run.id}/refusals.csv?file=contacts.csv`)
      .expect(200);
    expect(withheld).not.toContain('Shoe size');
    const download = (query: string) =>
      as('partner')
        .get(`/api/imports/${run.id}/refusals.csv${query}`)
        .buffer(true)
        .parse((answer, done) => {
          const pieces: Buffer[] = [];
          answer.on('data', (piece: Buffer) => pieces.push(piece));
          answer.on('end', () => done(null, Buffer.concat(pieces)));
        });

    const clients = await download('?file=clients.csv').expect(200);
    const { body: back } = await download('?file=contacts.csv').expect(200);
    expect(clients.headers['content-disposition']).toBe('attachment; filename="refused-clients.csv"');
    expect(String(clients.body)).toMatch(
      /^file;row;column;sentence;row_text;name;client_ref;country\r\n.*;Fernhill;C-77;Mars\r\n$/,
    );
    expect(back.toString('utf16le')).toMatch(
      /^\ufefffile\t.*\tname\tShoe size\tcontact_ref\tclient_ref\r\n.*\tCleo\t44\tK-1\tC-77\r\n$/,
    );

    const { body: again } = await as('partner')
      .post('/api/imports')
      .attach('files', Buffer.from(String(clients.body).replace(';Mars', ';DE')), 'refused-clients.csv')
      .attach('files', back, 'refused-contacts (1).csv')
      .expect(201);
    await work(again.id);

    expect((await as('partner').get(`/api/imports/${again.id}`)).body).toMatchObject({
      files: [
        { name: 'clients.csv', kept: 1, refused: 0 },
        { name: 'contacts.csv', kept: 1, refused: 0 },
      ],
    });
    for (const query of ['', '?file=offers.csv']) {
      const { body } = await as('partner').get(`/api/imports/${run.id}/refusals.csv${query}`).expect(400);
      expect(body).toMatchObject({
        code: 'unknown_import_file',
        detail: expect.stringContaining('clients.csv, contacts.csv'),
      });
    }
  });

  it('changes nothing when it only checks', async () => {
    const csv = 'client_ref,name\nC-CHECK,Checked only (simulated)\n';
    const { body: run } = await as('admin')
      .post('/api/imports?check=true')
      .attach('files', Buffer.from(csv), 'clients.csv')
      .expect(201);

    await work(run.id);

    const { body: done } = await as('admin').get(`/api/imports/${run.id}`);
    expect(done).toMatchObject({ state: 'done', checkOnly: true, files: [{ kept: 1, refused: 0 }] });
    const { body: found } = await as('admin').get('/api/clients?q=Checked').expect(200);
    expect(found.items).toEqual([]);
  });

  it.each([
    [
      'a file the import does not know',
      400,
      'unknown_import_file',
      () => as('partner').post('/api/imports').attach('files', Buffer.from('a'), 'people.csv'),
    ],
    ['something that is not a form', 400, 'import_without_files', () => as('partner').post('/api/imports').send({})],
    [
      'somebody who may not import',
      403,
      'not_allowed',
      () => as('researcher').post('/api/imports').attach('files', Buffer.from('a'), 'clients.csv'),
    ],
    [
      'an unknown run',
      404,
      'import_not_found',
      () => as('partner').get('/api/imports/0195aaaa-0000-7000-8000-000000000000'),
    ],
    [
      'a switch that is neither on nor off',
      400,
      'invalid',
      () => as('partner').post('/api/imports?check=perhaps').send({}),
    ],
  ])('refuses %s with a sentence', async (_, status, code, ask) => {
    const { body } = await ask()
      .expect(status)
      .expect('content-type', /problem\+json/);

    expect(body).toMatchObject({ status, code, detail: expect.stringMatching(/\w.*\.$/) });
  });

  it('hides the imports of another firm', async () => {
    const other = await aFirm(api.dataSource);
    const { body: run } = await as('partner')
      .post('/api/imports')
      .attach('files', Buffer.from('client_ref,name\n'), 'clients.csv')
      .expect(201);

    await api.request(other.cookie('partner')).get(`/api/imports/${run.id}`).expect(404);
    await api.request(other.cookie('partner')).get(`/api/imports/${run.id}/refusals.csv`).expect(404);
  });
});
