import { ImportsService } from '@app/imports/imports.service.js';
import type { ImportFileName } from '@app/import-files/import-files.types.js';
import type { Role } from '@app/identity/identity.types.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aClient } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch, onSearch } from '../factories/search.factory.js';
import { daysAgo } from '../factories/candidacy.factory.js';
import { aColleague } from '../lib/scenes.js';
import { openTestApi, type TestApi } from './api.js';

type Files = Partial<Record<ImportFileName, string>>;

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

/** A firm with a client C-1 and a candidate P-1, and, if so, a confidential search S-1 that none of its users is on. */
async function aFirmWith(hidden: 'a hidden search' | 'no hidden search'): Promise<TestFirm & { searchId: string }> {
  const firm = await aFirm(api.dataSource);
  const stranger = await aColleague(api.dataSource, firm, 'partner');
  const clientId = await aClient(api.dataSource, firm);
  const candidateId = await aCandidate(api.dataSource, firm);
  await api.dataSource.query(`update client set ref = 'C-1' where id = $1`, [clientId]);
  await api.dataSource.query(`update candidate set ref = 'P-1' where id = $1`, [candidateId]);
  // the clocks are read anew after every import, and an office gets its holidays with the first
  const first = () => bring(firm, { 'clients.csv': 'client_ref,name\nC-2,Brightwater\n' });
  if (hidden === 'no hidden search') return first().then(() => ({ ...firm, searchId: '' }));
  const openedAt = daysAgo(300);
  const searchId = await aSearch(api.dataSource, firm, {
    ...{ ref: 'S-1', title: 'Hidden', confidential: true, leadUserId: stranger, clientId, openedAt },
  });
  await onSearch(api.dataSource, firm, { searchId, candidateId, stage: 'assessed', at: openedAt });
  await first();
  return { ...firm, searchId };
}

async function bring(firm: TestFirm, files: Files, { role = 'partner' as Role, check = false } = {}) {
  const request = api.request(firm.cookie(role)).post(`/api/imports${check ? '?check=true' : ''}`);
  for (const [name, text] of Object.entries(files)) void request.attach('files', Buffer.from(text), name);
  const { body: run } = await request.expect(201);
  await api.app.get(ImportsService).run(firm.id, run.id);
  const { body } = await api.request(firm.cookie(role)).get(`/api/imports/${run.id}`).expect(200);
  expect(body.state).toBe('done');
  return body;
}
const toldOf = ({ files, notices, refusals }: { files: object[]; notices: string[]; refusals: object[] }) => ({
  ...{ files, notices, refusals },
});
const rows = (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
  api.dataSource.query(sql, values);

/** Everything of a search that an import could touch. */
const stateOf = (searchId: string) =>
  Promise.all(
    [
      'select * from search where id = $1',
      'select * from search_member where search_id = $1 order by user_id',
      'select * from search_episode where search_id = $1 order by id',
      'select * from search_hold where search_id = $1 order by id',
      'select * from candidacy where search_id = $1 order by id',
      'select * from stage_move where search_id = $1 order by id',
      'select * from offer where search_id = $1 order by id',
      'select * from activity where search_id = $1 order by id',
    ].map((sql) => rows(sql, searchId)),
  );

const lead = (firm: TestFirm, role: Role) => firm.users[role].email;
const NAMES_A_SEARCH = {
  'holds.csv': 'search_ref,started_at,ended_at,reason\nS-1,2026-05-05,2026-05-10,Budget\n',
  'reopenings.csv': 'search_ref,reopened_at\nS-1,2026-09-01T09:00:00Z\n',
  'candidacies.csv': 'search_ref,candidate_ref,outcome\nS-1,P-1,\n',
  'stage_moves.csv': 'search_ref,candidate_ref,stage,at\nS-1,P-1,presented,2026-06-01\n',
  'activities.csv':
    'search_ref,candidate_ref,contact_ref,kind,at,by_email,text\nS-1,P-1,,call,2026-06-02,,Said yes\nS-1,,,meeting,2026-06-03,,\n',
  'offers.csv': 'offer_ref,search_ref,candidate_ref,extended_at,currency,base\nO-1,S-1,P-1,2026-06-04,EUR,310000\n',
} satisfies Files;
const ITSELF = (firm: TestFirm) => ({
  'searches.csv':
    'search_ref,client_ref,title,role_key,office,lead_email,team_emails,confidential,opened_at\n' +
    `S-1,C-1,Brought in,vp_mlops,main,${lead(firm, 'partner')},${lead(firm, 'consultant')},no,2026-03-02\n`,
});

describe('an import by somebody who does not know of a search', () => {
  it.each([true, false])('finds its reference nowhere, as if there were none (check only: %s)', async (check) => {
    const [withIt, without] = [await aFirmWith('a hidden search'), await aFirmWith('no hidden search')];
    const before = await stateOf(withIt.searchId);

    const told = toldOf(await bring(withIt, NAMES_A_SEARCH, { check }));

    expect(told).toEqual(toldOf(await bring(without, NAMES_A_SEARCH, { check })));
    expect(told.refusals).toContainEqual(
      expect.objectContaining({ file: 'holds.csv', sentence: 'there is no search with search_ref S-1' }),
    );
    expect(told.refusals).toHaveLength(7);
    expect(await stateOf(withIt.searchId)).toEqual(before);
  });

  it('may bring in a search of the same reference, which is another one from then on', async () => {
    const [withIt, without] = [await aFirmWith('a hidden search'), await aFirmWith('no hidden search')];
    const before = await stateOf(withIt.searchId);
    const everything = (firm: TestFirm) => ({ ...ITSELF(firm), ...NAMES_A_SEARCH, 'reopenings.csv': undefined });
    const twice = async (firm: TestFirm) => {
      const files = Object.fromEntries(Object.entries(everything(firm)).filter(([, text]) => text !== undefined));
      return [toldOf(await bring(firm, files)), toldOf(await bring(firm, files)), await found(firm)];
    };
    const found = async (firm: TestFirm) => {
      const { body } = await api.request(firm.cookie('consultant')).get('/api/searches?q=S-1').expect(200);
      const [{ id }] = body.items;
      const { body: board } = await api.request(firm.cookie('consultant')).get(`/api/searches/${id}/board`);
      const [, , , , candidacies, moves, offers, activities] = await stateOf(id);
      const said = [candidacies, moves, offers, activities].map((some) => some?.length);
      return [body.items.length, body.items[0].title, board.search.title, said];
    };

    const story = await twice(withIt);

    expect(story).toEqual(await twice(without));
    expect(story[0]).toMatchObject({ refusals: [] });
    expect(story[2]).toEqual([1, 'Brought in', 'Brought in', [1, 1, 1, 2]]);
    expect(await stateOf(withIt.searchId)).toEqual(before);
  });

  it('finds it for who is on its team, and for the command line, which acts for the system', async () => {
    const firm = await aFirmWith('a hidden search');
    await rows(
      'insert into search_member (firm_id, id, search_id, user_id) values ($1, gen_random_uuid(), $2, $3)',
      ...[firm.id, firm.searchId, firm.users.partner.id],
    );

    const { refusals } = await bring(firm, { 'activities.csv': NAMES_A_SEARCH['activities.csv'] });

    expect(refusals).toEqual([]);
    expect(await rows('select kind from activity where search_id = $1 order by at', firm.searchId)).toEqual([
      { kind: 'call' },
      { kind: 'meeting' },
    ]);
  });
});

describe('an import of what is there already', () => {
  it('changes neither lead, team nor confidentiality of a search, and says so row by row', async () => {
    const firm = await aFirmWith('no hidden search');
    await bring(firm, ITSELF(firm));

    const again = await bring(firm, {
      'searches.csv':
        'search_ref,client_ref,title,role_key,office,lead_email,team_emails,confidential,opened_at\n' +
        `S-1,C-1,Another title,vp_mlops,main,${lead(firm, 'admin')},,yes,2026-03-02\n`,
    });

    expect(again.refusals).toEqual([]);
    expect(again.notices).toEqual([
      'searches.csv: 1 row would change the lead, team or confidentiality of a search that is already here. That is done on the search itself.',
      'searches.csv row 2: lead_email, confidential, team_emails passed over',
    ]);
    const { body } = await api.request(firm.cookie('researcher')).get('/api/searches?q=S-1');
    expect(body.items).toMatchObject([
      { title: 'Another title', confidential: false, lead: { id: firm.users.partner.id } },
    ]);
    const { body: search } = await api.request(firm.cookie('researcher')).get(`/api/searches/${body.items[0].id}`);
    expect(search.team.map(({ id }: { id: string }) => id)).toEqual([firm.users.partner.id, firm.users.consultant.id]);
  });

  it('leaves an audit entry for each record it changed, with the names of fields and nothing else', async () => {
    const firm = await aFirmWith('no hidden search');
    const clients = 'client_ref,name,country\nC-1,Acme,DE\nC-2,Brightwater,FR\n';
    await bring(firm, { ...ITSELF(firm), 'clients.csv': clients, 'holds.csv': NAMES_A_SEARCH['holds.csv'] });
    const before = await rows('select count(*)::int as n from audit_entry where firm_id = $1', firm.id);

    const { id: runId } = await bring(firm, {
      'clients.csv': 'client_ref,name,country\nC-1,Acme International,AT\nC-2,Brightwater,FR\nC-3,New one,FR\n',
      'searches.csv': ITSELF(firm)['searches.csv'].replace('Brought in', 'Another title'),
      'holds.csv': NAMES_A_SEARCH['holds.csv'].replace('Budget', 'Merger'),
    });

    const entries = await rows(
      `select a.actor_id, a.subject_type, coalesce(c.ref, s.ref) as ref, a.detail
       from audit_entry a left join client c on c.id = a.subject_id left join search s on s.id = a.subject_id
       where a.firm_id = $1 and a.action = 'imports.changed' and a.detail ->> 'runId' = $2 order by a.id`,
      ...[firm.id, runId],
    );
    const by = firm.users.partner.id;
    expect(entries).toEqual([
      { actor_id: by, subject_type: 'client', ref: 'C-1', detail: { runId, fields: ['name', 'country'] } },
      { actor_id: by, subject_type: 'search', ref: 'S-1', detail: { runId, fields: ['title'] } },
      { actor_id: by, subject_type: 'search', ref: 'S-1', detail: { runId, fields: ['holds'] } },
    ]);
    const after = await rows('select count(*)::int as n from audit_entry where firm_id = $1', firm.id);
    expect(Number(after[0]?.n) - Number(before[0]?.n)).toBe(entries.length + 2);
  });

  it('puts who brings in a confidential search on its team, so that the rest of their files finds it', async () => {
    const firm = await aFirmWith('no hidden search');
    const files = {
      'searches.csv':
        'search_ref,client_ref,title,role_key,office,lead_email,confidential,opened_at\n' +
        `S-9,C-1,Confidential,vp_mlops,main,${lead(firm, 'consultant')},yes,2026-03-02\n`,
      'candidacies.csv': 'search_ref,candidate_ref\nS-9,P-1\n',
    };

    const { refusals } = await bring(firm, files);

    expect(refusals).toEqual([]);
    const seenBy = async (role: Role) => (await api.request(firm.cookie(role)).get('/api/searches?q=S-9')).body.items;
    expect(await seenBy('partner')).toHaveLength(1);
    expect(await seenBy('admin')).toEqual([]);
  });
});
