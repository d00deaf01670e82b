import { readFileSync } from 'node:fs';
import { StallsService } from '@app/stalls/stalls.service.js';
import type { Role } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aClient, aContact } from '../factories/client.factory.js';
import { daysAgo } from '../factories/candidacy.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch, onSearch } from '../factories/search.factory.js';
import { ROLES } from '../lib/expectation.js';
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
  api = await openTestApi();
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
  const searches: string[] = [];
  const candidacies: string[] = [];
  const story = async (i: number, isHidden: boolean) => {
    const searchId = await aSearch(db, firm, {
      ...{ title: `Search ${i}`, ref: `S-${i}`, clientId: clients[i % 2], confidential: isHidden, openedAt: AT[45] },
      leadUserId: isHidden || i === 3 ? stranger : firm.users.partner.id,
      memberIds: isHidden ? [] : [firm.users.consultant.id],
    });
    for (const [n, stage] of ['presented', 'assessed', 'sourced'].entries()) {
      const candidateId = people[(i + n) % people.length] ?? '';
      const id = await onSearch(db, firm, { searchId, candidateId, stage, at: AT[20] });
      if (!isHidden) candidacies.push(id);
    }
    if (!isHidden) searches.push(searchId);
    await db.query(
      `insert into task (firm_id, id, title, due_at, assignee_id, search_id) values ($1, $2, $3, $4, $5, $6)`,
      [firm.id, newId(), `Task ${i}`, AT[2], isHidden ? stranger : firm.users.consultant.id, searchId],
    );
    await db.query(
      `insert into interview (firm_id, id, candidacy_id, search_id, candidate_id, starts_at, ends_at)
       select firm_id, $3, id, search_id, candidate_id, '2099-02-01T09:00Z', '2099-02-01T10:00Z'
       from candidacy where firm_id = $1 and search_id = $2 order by id limit 1`,
      [firm.id, searchId, newId()],
    );
    await db.query(
      `insert into stall_policy (firm_id, id, scope, scope_key, settings)
       values ($1, $2, 'search', $3, '{"windowCloseDay": 26, "mailClientForFeedback": true}')`,
      [firm.id, newId(), searchId],
    );
  };
  for (const [i, isHidden] of [false, true, false, false, true, true].entries())
    if (!isHidden || withHidden) await story(i, isHidden);
  await api.app.get(StallsService).sweepFirm(firm.id);
  await sender.planning.planFirm(firm.id);
  const of = (table: string, where = 'true') =>
    db
      .query<{ id: string }[]>(`select id from ${table} t where firm_id = $1 and ${where} order by id`, [firm.id])
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
      flags: await of('stall_flag', `state = 'open' and ${seen}`),
      contacts: [contact],
      users: [firm.users.partner.id, stranger],
    },
  };
}

/** What is asked for by an address with ids in it. */
const IN_ADDRESS: Readonly<Record<string, string>> = {
  searches: 'searches',
  candidacies: 'candidacies',
  candidates: 'candidates',
  clients: 'clients',
  offices: 'offices',
  interviews: 'interviews',
  flags: 'flags',
};
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  searches_list: [
    '',
    'limit=2',
    'q=search',
    'q=S-1',
    'status=open',
    'health=stalled',
    'leadId={users.1}',
    'clientId={clients.1}',
  ],
  candidates_list: ['', 'limit=2', 'q=ada'],
  clients_list: ['', 'limit=1', 'q=acme'],
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
  flags_today: ['', 'snoozed=true'],
  flags_asOf: [`at=${daysAgo(9).toISOString()}`, `at=${daysAgo(2).toISOString()}&limit=1`],
  checkIns_list: ['', 'limit=1'],
  calendars_officeProposals: ['year=2027'],
  calendars_clientProposals: ['year=2027'],
};
/** Bytes of their own on every reading, or nothing about searches. */
const NOT_COMPARED = new Set(['reports_pipelineHealthPdf', 'health_live', 'health_ready', 'unsubscribe_look']);

function addressesOf(operation: Operation, { ids }: Told): string[] {
  const name = operation.path.split('/')[2] ?? '';
  const isByPerson = /\{kind\}/.test(operation.path);
  const subjects = operation.path.includes('{id}') && !isByPerson ? (ids[IN_ADDRESS[name] ?? ''] ?? []) : [''];
  const queries = QUERIES[operation.id] ?? [''];
  const filled = (text: string) =>
    text.replace(/\{(\w+)\.(\d)\}/g, (_, of: string, n: string) => ids[of]?.[Number(n)] ?? '');
  return subjects.flatMap((id) =>
    queries.map((query) => {
      const path = operation.path
        .replace('{id}', id)
        .replace('{roleKey}', 'chief_ai_officer')
        .replace('{template}', 'notices');
      return `${path}${query ? `?${filled(query)}` : ''}`;
    }),
  );
}

/** An answer with ids by the order in which they appear, and without moments of the test itself. */
function without(text: string): string {
  const names = new Map<string, string>();
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      if (!names.has(id)) names.set(id, `id${names.size + 1}`);
      return names.get(id) ?? '';
    })
    .replace(/"next":"[^"]*"/g, '"next":"more"')
    .replace(/DTSTAMP:\w+/g, 'DTSTAMP:now')
    .replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, (moment) => (new Date(moment.slice(1, -1)) >= SINCE ? '"now"' : moment));
}

/** What was planned in one moment comes in no order of its own. */
function inOrder(text: string): string {
  const { items } = JSON.parse(text) as { items: Record<string, unknown>[] };
  return items
    .map(({ id: _, path: __, ...item }) => JSON.stringify(item))
    .sort()
    .join('\n');
}

async function heard(told: Told, role: Role, path: string): Promise<string[]> {
  const pages: string[] = [];
  let next: string | null = path;
  while (next && pages.length < 10) {
    const response: Response = await fetch(url + next, { headers: { cookie: told.firm.cookie(role) } });
    const text = await response.text();
    pages.push(`${response.status} ${without(path === '/api/me/reminders' ? inOrder(text) : text)}`);
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
      const [hiding, open] = [addressesOf(operation, withThem), addressesOf(operation, withoutThem)];
      expect(hiding).toHaveLength(open.length);
      for (const role of ROLES) {
        for (const [i, path] of hiding.entries()) {
          const [one, other] = await Promise.all([
            heard(withThem, role, path),
            heard(withoutThem, role, open[i] ?? ''),
          ]);
          requests += one.length;

          expect([role, path.replace(/[0-9a-f-]{36}/g, 'id'), one]).toEqual([
            role,
            path.replace(/[0-9a-f-]{36}/g, 'id'),
            other,
          ]);
        }
      }
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
