import { readFileSync } from 'node:fs';
import { ComplianceService } from '@app/compliance/compliance.service.js';
import { type Role, systemActor } from '@app/identity/identity.types.js';
import { StallsService } from '@app/stalls/stalls.service.js';
import { newId } from '@app/platform/database/id.js';
import { localDate } from '@app/platform/time/local-date.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aClient, aContact } from '../factories/client.factory.js';
import { daysAgo } from '../factories/candidacy.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch, onSearch } from '../factories/search.factory.js';

import { ROLES } from '@app/identity/identity.types.js';
import { type Operation, operationsOf } from '../lib/operations.js';
import { aSender } from '../lib/reminders.js';
import { aColleague } from '../lib/scenes.js';
import { openTestApi, type TestApi } from './api.js';
import { testDatabaseUrl } from './database.js';

const document = new URL('../../openapi.json', import.meta.url);
const reads = operationsOf(JSON.parse(readFileSync(document, 'utf8'))).filter(({ method }) => method === 'GET');

let api: TestApi;
let url: string;
let sender: Awaited<ReturnType<typeof aSender>>;
beforeAll(async () => {
  // so many that no request waits for another of its firm, however slow the machine
  api = await openTestApi({ DATABASE_POOL: '40' });
  await api.app.listen(0, '127.0.0.1');
  url = await api.app.getUrl();
  sender = await aSender(await testDatabaseUrl(), 'smtp://127.0.0.1:1');
});
afterAll(async () => {
  await sender.stop();
  await api.close();
});

interface Told {
  readonly firm: TestFirm;
  /** ids a reader may put into an address, by what it stands for */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

const AT = Object.fromEntries([2, 8, 9, 20, 30, 45].map((days) => [days, daysAgo(days)]));
const SINCE = new Date();

/** The same story of a firm, with three confidential searches among the others or without them. */
async function aStory(withHidden: boolean): Promise<Told> {
  const { dataSource: db } = api;
  const firm = await aFirm(db, { name: 'Simulated firm' });
  const stranger = await aColleague(db, firm, 'partner');
  const clients = [await aClient(db, firm, { name: 'Acme' }), await aClient(db, firm, { name: 'Brightwater' })];
  const contact = await aContact(db, firm, clients[0] ?? '', 'Simulated decision maker');
  await db.query(`update contact set email = 'boss@client.example' where id = $1`, [contact]);
  const people: string[] = [];
  for (const name of ['Ada One', 'Bo Two', 'Cy Three', 'Di Four']) people.push(await aCandidate(db, firm, { name }));
  const erased = await aCandidate(db, firm, { name: 'Ed Five' });
  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const row: Record<string, unknown> = { firm_id: firm.id, id: newId(), ...values };
    const columns = Object.keys(row);
    await db.query(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    );
    return row['id'] as string;
  };
  const searches: string[] = [];
  const candidacies: string[] = [];
  const story = async (i: number, isHidden: boolean) => {
    const searchId = await aSearch(db, firm, {
      ...{ title: `Search ${i}`, ref: `S-${i}`, clientId: clients[i % 2], confidential: isHidden, openedAt: AT[45] },
      leadUserId: isHidden || i === 3 ? stranger : firm.users.partner.id,
      memberIds: isHidden ? [] : [firm.users.consultant.id],
    });
    await insert('search_brief', { search_id: searchId, version: 1, at: AT[45] });
    let presented = '';
    for (const [n, stage] of ['presented', 'assessed', 'sourced'].entries()) {
      const candidateId = people[(i + n) % people.length] ?? '';
      const id = await onSearch(db, firm, { searchId, candidateId, stage, at: AT[20] });
      presented ||= id;
      if (!isHidden) candidacies.push(id);
    }
    if (!isHidden) searches.push(searchId);
    await insert('task', {
      ...{ title: `Task ${i}`, due_at: AT[2], search_id: searchId },
      assignee_id: isHidden ? stranger : firm.users.consultant.id,
    });
    await onSearch(db, firm, { searchId, candidateId: erased, stage: 'contacted', at: AT[20] });
    const said = { kind: 'note', at: AT[8], search_id: searchId, by_user_id: firm.users.consultant.id };
    for (const about of [
      { candidate_id: erased },
      { candidate_id: people[i % people.length] },
      { contact_id: contact },
    ]) {
      const before = { ...said, ...about, text: `Said ${i}` };
      const activity = await insert('activity', { ...before, text: `Right ${i}`, version: 2 });
      await insert('activity_version', {
        ...{ ...before, activity_id: activity, version: 1, logged_at: AT[8] },
        ...{ change: 'corrected', changed_at: AT[2] },
      });
    }
    const offer = { candidacy_id: presented, search_id: searchId };
    const offerId = await insert('offer', { ...offer, extended_at: AT[8] });
    await insert('check_in', { ...offer, offer_id: offerId, day: 30, due_on: '2099-01-01' });
    await db.query(
      `insert into interview (firm_id, id, candidacy_id, search_id, candidate_id, starts_at, ends_at)
       select firm_id, $3, id, search_id, candidate_id, '2099-02-01T09:00Z', '2099-02-01T10:00Z'
       from candidacy where firm_id = $1 and search_id = $2 order by id limit 1`,
      [firm.id, searchId, newId()],
    );
    await insert('stall_policy', {
      ...{ scope: 'search', scope_key: searchId },
      settings: '{"windowCloseDay": 26, "mailClientForFeedback": true}',
    });
  };
  for (const [i, isHidden] of [false, true, false, false, true, true].entries())
    if (!isHidden || withHidden) await story(i, isHidden);
  const files = [{ name: 'candidates.csv', rows: 1, kept: 0, refused: 1, state: 'done' }];
  const progress = JSON.stringify({ files, notices: [] });
  const started = { state: 'done', progress, started_by: firm.users.partner.id };
  const importRun = await insert('import_run', started);
  await insert('import_refusal', {
    ...{
      run_id: importRun,
      file: 'candidates.csv',
      row_number: 2,
      column_name: 'country',
      sentence: 'unknown country',
    },
    cells: { name: 'Ada One' },
  });
  const erasure = await api.app.get(ComplianceService).erase(systemActor(firm.id), {
    person: { kind: 'candidate', id: erased },
    ...{ reason: 'other', requestedOn: localDate('2026-01-01'), confirm: '' },
  });
  await api.app.get(StallsService).sweepFirm(firm.id);
  await sender.planning.planFirm(firm.id);
  await db.query('update stall_flag set assigned_to = $2 where firm_id = $1', [firm.id, stranger]);
  const of = (table: string, where = 'true', order = 'id') =>
    db
      .query<{ id: string }[]>(`select id from ${table} t where firm_id = $1 and ${where} order by ${order}`, [firm.id])
      .then((rows) => rows.map(({ id }) => id));
  const seen = 'search_id = any (select id from search where not confidential)';
  return {
    firm,
    ids: {
      searches,
      candidacies,
      candidates: people,
      clients,
      offices: [firm.officeId],
      interviews: await of('interview', seen),
      flags: await of('stall_flag', `state = 'open' and ${seen}`, 'rule, search_id, subject_id'),
      contacts: [contact],
      users: [firm.users.partner.id, stranger],
      offers: await of('offer', seen),
      activities: await of('activity', seen),
      imports: [importRun],
      erasures: [erasure.id],
    },
  };
}

const QUERIES: Readonly<Record<string, readonly string[]>> = {
  views_list: ['list=candidates', 'list=searches'],
  activities_list: [
    'clientId={clients.0}',
    'clientId={clients.1}&limit=1',
    'contactId={contacts.0}',
    'candidateId={candidates.0}',
    'searchId={searches.0}',
  ],
  timeline_list: [
    'clientId={clients.0}',
    'clientId={clients.1}&limit=1',
    'contactId={contacts.0}',
    'candidateId={candidates.0}',
    'searchId={searches.0}',
    'searchId={searches.0}&kind=move',
  ],
  searches_list: [
    '',
    'limit=2',
    'q=search',
    'q=S-1',
    'status=open',
    'health=stalled',
    'leadId={users.1}',
    'clientId={clients.1}',
    'roleKey=chief_ai_officer',
    'sort=-health&limit=2',
    'sort=-active',
  ],
  figures_figures: ['', 'leadId={users.1}', 'practice=leadership', 'openedFrom=2020-01-01'],
  figures_sideBySide: ['', 'leadId={users.1}&otherLeadId={users.0}'],
  candidates_list: ['', 'limit=2', 'q=ada', 'active=true', 'active=false&sort=-added', 'city=berlin&sort=employer'],
  clients_list: ['', 'limit=1', 'q=acme', 'sort=-industry'],
  selections_candidates: ['', 'active=true', 'active=false&sort=-added'],
  selections_searches: ['', 'health=stalled&sort=-health', 'q=S-1'],
  selections_clients: [''],
  sheets_candidates: ['format=csv', 'format=csv&active=true&columns=active'],
  sheets_searches: ['format=csv', 'format=csv&sort=-health&columns=client.active.opened', 'format=csv&q=S-1'],
  sheets_clients: ['format=csv'],
  sheets_figures: ['format=csv&figure=load', 'format=csv&figure=openSearches'],
  deliveries_list: [
    '',
    'limit=1',
    'kind=client_feedback_due',
    'kind=flag_raised',
    'recipient=boss',
    'recipient=colleague',
  ],
  reports_find: ['q=search', 'q=acme', 'q=ada', 'q=S-4'],
  interviews_upcoming: ['', 'limit=1'],
  tasks_list: ['', 'searchId={searches.0}', 'candidateId={candidates.1}', 'contactId={contacts.0}'],
  today_list: ['', 'limit=2', 'snoozed=true'],
  flags_asOf: [`at=${daysAgo(9).toISOString()}`, `at=${daysAgo(2).toISOString()}&limit=1`],
  checkIns_list: ['', 'limit=1'],
  calendars_officeProposals: ['year=2027'],
  calendars_clientProposals: ['year=2027'],
  regions_regions: ['country=DE', 'country=FR'],
};
/** Bytes of their own on every reading, or nothing about searches. */
const NOT_COMPARED = new Set([
  // the lists, which are compared, with moments in words of a minute
  ...['logSheets_erasures', 'logSheets_mailLog', 'logSheets_reminders', 'logSheets_today'],
  'reports_pipelineHealthPdf',
  'health_live',
  'health_ready',
  'unsubscribe_look',
]);

/** Of what a firm is asked about several at once it answers one at a time. */
const ONE_AT_A_TIME = new Set([
  'flags_asOf',
  'reports_pipelineHealthChanges',
  'reports_pipelineHealthPdf',
  'sheets_candidates',
  'sheets_clients',
  'sheets_figures',
  'sheets_searches',
]);

function addressesOf(operation: Operation, { ids }: Told): string[] {
  const { path } = operation;
  // `/api/searches/{id}`: a search; `/api/exports/{kind}/{id}`: a candidate or a contact
  const of = (kind: string, things: string): string[][] => (ids[things] ?? []).map((id) => [kind, id]);
  const subjects = path.includes('{kind}')
    ? [...of('candidate', 'candidates'), ...of('contact', 'contacts')]
    : path.includes('{id}')
      ? of('', path.split('/')[2] ?? '')
      : [[]];
  const filled = (text: string) =>
    text.replace(/\{(\w+)\.(\d)\}/g, (_, things: string, n: string) => ids[things]?.[Number(n)] ?? '');
  return subjects.flatMap(([kind = '', id = '']) =>
    (QUERIES[operation.id] ?? ['']).map((query) => {
      const address = path
        .replace('{kind}', kind)
        .replace('{id}', id)
        .replace('{roleKey}', 'chief_ai_officer')
        .replace('{version}', '1')
        .replace('{template}', 'many-flags');
      return `${address}${query ? `?${filled(query)}` : ''}`;
    }),
  );
}

const AN_ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const withoutMoments = (text: string): string =>
  text.replace(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, (moment) => (new Date(moment) >= SINCE ? 'now' : moment));

/** An answer with ids by the order in which they appear, and without moments of the test itself. */
function without(text: string): string {
  const names = new Map<string, string>();
  return (
    withoutMoments(text)
      // days that go on, and none of them by a thousandth while the test runs
      .replace(/\d+\.\d{6,}/g, (days) => Number(days).toFixed(3))
      .replace(AN_ID, (id) => {
        if (!names.has(id)) names.set(id, `id${names.size + 1}`);
        return names.get(id) ?? '';
      })
      .replace(/"next":"[^"]*"/g, '"next":"more"')
      .replace(/DTSTAMP:\w+/g, 'DTSTAMP:now')
  );
}

/** What was planned in one moment comes in no order of its own. */
function inOrder(path: string, text: string): string {
  if (path === '/api/me/reminders') {
    const { items } = JSON.parse(text) as { items: Record<string, unknown>[] };
    return items
      .map(({ id: _, path: __, ...item }) => JSON.stringify(item))
      .sort()
      .join('\n');
  }
  if (!path.startsWith('/api/exports/')) return text;
  return JSON.stringify(JSON.parse(text), (_, value: unknown) =>
    Array.isArray(value) ? value.map((one) => withoutMoments(JSON.stringify(one)).replace(AN_ID, 'id')).sort() : value,
  );
}

async function heard(told: Told, role: Role, path: string): Promise<string[]> {
  const pages: string[] = [];
  let next: string | null = path;
  while (next && pages.length < 10) {
    const response: Response = await fetch(url + next, { headers: { cookie: told.firm.cookie(role) } });
    const text = await response.text();
    pages.push(`${response.status} ${without(response.ok ? inOrder(path, text) : text)}`);
    const after = /"next":"([^"]+)"/.exec(text)?.[1];
    next = after ? `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}` : null;
  }
  return pages;
}

describe('a firm with confidential searches answers who is not on them as a firm without them', () => {
  let [withThem, withoutThem]: Told[] = [];
  let requests = 0;
  beforeAll(async () => {
    [withThem, withoutThem] = [await aStory(true), await aStory(false)];
  });
  afterAll(() => console.info(`non-interference: ${requests} pairs of requests`));

  it.each(reads.filter(({ id }) => !NOT_COMPARED.has(id)).map((operation) => [operation.id, operation] as const))(
    '%s',
    async (_, operation) => {
      if (!withThem || !withoutThem) throw new Error('no story');
      const [first, second] = [withThem, withoutThem];
      const [hiding, open] = [addressesOf(operation, withThem), addressesOf(operation, withoutThem)];
      expect(hiding).not.toEqual([]);
      expect(hiding).toHaveLength(open.length);
      const statuses = new Set<string>();
      const compare = async (role: Role): Promise<void> => {
        for (const [i, path] of hiding.entries()) {
          const [one, other] = await Promise.all([heard(first, role, path), heard(second, role, open[i] ?? '')]);
          requests += one.length;
          for (const answer of one) statuses.add(answer.slice(0, 3));
          const asked = [role, path.replace(AN_ID, 'id')];

          expect([...asked, one]).toEqual([...asked, other]);
        }
      };
      if (ONE_AT_A_TIME.has(operation.id)) for (const role of ROLES) await compare(role);
      else await Promise.all(ROLES.map(compare));

      // an address that nobody gets an answer from compares nothing
      expect([...statuses]).toContain('200');
    },
  );

  it('and owes them the same mails', async () => {
    const owed = (told: Told | undefined) =>
      api.dataSource.query<object[]>(
        `select u.role, r.kind, r.mode, r.subject_type, d.form, d.state, s.ref
         from reminder r join firm_user u on u.firm_id = r.firm_id and u.id = r.recipient_id
         left join delivery d on d.firm_id = r.firm_id and d.id = r.delivery_id
         left join search s on s.firm_id = r.firm_id and s.id = r.search_id
         where r.firm_id = $1 and u.id = any ($2) order by 1, 2, 7, r.subject_id`,
        [told?.firm.id, ROLES.map((role) => told?.firm.users[role].id)],
      );

    const mails = await owed(withThem);

    expect(mails).not.toEqual([]);
    expect(mails).toEqual(await owed(withoutThem));
  });

  it('and takes the same limits from them', async () => {
    const set = async (told: Told | undefined) => {
      const response = await fetch(`${url}/api/policies/firm`, {
        method: 'PATCH',
        headers: {
          ...{ cookie: told?.firm.cookie('admin') ?? '', origin: 'http://127.0.0.1:3000' },
          'content-type': 'application/json',
        },
        body: JSON.stringify({ version: 0, settings: { windowWatchDay: 27 } }),
      });
      return `${response.status} ${without(await response.text())}`;
    };

    expect(await set(withThem)).toBe(await set(withoutThem));
  });
});
