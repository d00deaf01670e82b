import { hashPassword } from 'better-auth/crypto';
import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { localDateOf } from '@app/platform/time/zone.js';
import { aCandidacy, daysAgo } from '../factories/candidacy.factory.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aClient } from '../factories/client.factory.js';
import type { TestFirm } from '../factories/firm.factory.js';
import { aFlag } from '../factories/flag.factory.js';
import { aSearch } from '../factories/search.factory.js';
import type { TestApi } from '../medium/api.js';

export interface PostExample {
  path: string;
  body?: object;
  /** Sent as a form instead of a body, by name. */
  files?: Record<string, string>;
  role?: Role;
}

export interface Stage {
  api: TestApi;
  firm: TestFirm;
}

/** One request of each POST of the API that does what it is for, in a firm that is made for it. A new route adds its own. */
export const POST_EXAMPLES: Record<string, (stage: Stage) => Promise<PostExample> | PostExample> = {
  '/api/account/firm': ({ firm }) => ({ path: 'account/firm', body: { firmId: firm.id } }),
  '/api/absences': ({ firm }) => ({
    path: 'absences',
    body: { deputyUserId: firm.users.partner.id, firstDay: inDays(7), lastDay: inDays(9) },
  }),
  '/api/sample': () => ({ path: 'sample', role: 'admin' }),
  '/api/views': () => ({
    path: 'views',
    body: { list: 'candidates', name: 'Doctorates in Germany', asked: ['signal=phd', 'country=DE'], shared: true },
  }),
  '/api/account/password': async ({ api, firm }) => {
    const password = 'correct horse battery staple';
    await api.dataSource.query(
      `insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
       values ($1, $1, 'credential', $1, $2, now())`,
      [firm.users.partner.id, await hashPassword(password)],
    );
    return { path: 'account/password', body: { password, newPassword: 'another horse altogether' }, role: 'partner' };
  },
  '/api/activities': async (stage) => {
    const { searchId, candidateId } = await aPersonAt(stage, 'contacted');
    return { path: 'activities', body: { kind: 'call', searchId, candidateId, text: 'Simulated call' } };
  },
  '/api/activities/{id}/withdrawal': async (stage) => {
    const { searchId, candidateId } = await aPersonAt(stage, 'contacted');
    const call = { kind: 'call', searchId, candidateId, text: 'Simulated call' };
    const { id } = await prepare<{ id: string }>(stage, 'activities', call);
    return { path: `activities/${id}/withdrawal`, body: { version: 1, reason: 'Another candidate' } };
  },
  '/api/candidacies/{id}/corrections': async (stage) => {
    const { id } = await aPersonAt(stage, 'contacted');
    await prepare(stage, `candidacies/${id}/moves`, { version: 1, toStageId: stage.firm.stages.assessed });
    const [move] = await stage.api.dataSource.query<[{ id: string }]>(
      'select id from stage_move where firm_id = $1 and candidacy_id = $2 order by id desc limit 1',
      [stage.firm.id, id],
    );
    return { path: `candidacies/${id}/corrections`, body: { version: 2, moveId: move.id, reason: 'Wrong card' } };
  },
  '/api/candidacies/{id}/interviews': async (stage) => {
    const { id } = await aPersonAt(stage, 'client_interview');
    return { path: `candidacies/${id}/interviews`, body: interviewTimes() };
  },
  '/api/candidacies/{id}/moves': async (stage) => {
    const { id } = await aPersonAt(stage, 'contacted');
    return { path: `candidacies/${id}/moves`, body: { version: 1, toStageId: stage.firm.stages.assessed } };
  },
  '/api/candidacies/{id}/offers': async (stage) => {
    const { id } = await aPersonAt(stage, 'finalist');
    return { path: `candidacies/${id}/offers`, body: { version: 1 } };
  },
  '/api/candidacies/{id}/outcome': async (stage) => ({
    path: `candidacies/${(await aPersonAt(stage, 'contacted')).id}/outcome`,
    body: rejection(1),
  }),
  '/api/candidacies/{id}/reactivation': async (stage) => {
    const { id } = await aPersonAt(stage, 'contacted');
    await prepare(stage, `candidacies/${id}/outcome`, rejection(1));
    return { path: `candidacies/${id}/reactivation`, body: { version: 2 } };
  },
  '/api/candidates': () => ({
    path: 'candidates',
    body: { name: 'Simulated Candidate', email: 'person@mail.example' },
  }),
  '/api/candidates/{id}/article-14': async ({ api, firm }) => ({
    path: `candidates/${await aCandidate(api.dataSource, firm)}/article-14`,
    body: { version: 1, state: 'sent' },
  }),
  '/api/check-ins/{id}/done': async (stage) => ({
    path: `check-ins/${await aCheckIn(stage)}/done`,
    body: { version: 1, note: 'All well' },
  }),
  '/api/check-ins/{id}/undone': async (stage) => {
    const id = await aCheckIn(stage);
    await prepare(stage, `check-ins/${id}/done`, { version: 1 });
    return { path: `check-ins/${id}/undone`, body: { version: 2 } };
  },
  '/api/clients': () => ({ path: 'clients', body: { name: 'Simulated Client' } }),
  '/api/clients/{id}/contacts': async ({ api, firm }) => ({
    path: `clients/${await aClient(api.dataSource, firm)}/contacts`,
    body: { name: 'Simulated Contact', role: 'decision_maker' },
  }),
  '/api/newcomers': async (stage) => ({
    path: 'newcomers',
    body: {
      searchId: await anOpenSearch(stage),
      people: [{ name: 'Simulated Newcomer', email: 'newcomer@mail.example' }],
    },
  }),
  '/api/newcomers/preview': async (stage) => ({
    path: 'newcomers/preview',
    body: { searchId: await anOpenSearch(stage), people: [{ name: 'Simulated Newcomer', email: 'no address' }] },
  }),
  '/api/mail-log/{id}/arrived': async (stage) => ({
    path: `mail-log/${await anUncertainMail(stage)}/arrived`,
    role: 'partner',
  }),
  '/api/mail-log/{id}/resend': async (stage) => ({
    path: `mail-log/${await anUncertainMail(stage)}/resend`,
    role: 'partner',
  }),
  '/api/erasures': async ({ api, firm }) => ({
    path: 'erasures',
    body: {
      person: { kind: 'candidate', id: await aCandidate(api.dataSource, firm, { name: 'Simulated Person' }) },
      reason: 'their_request',
      requestedOn: inDays(-1),
      confirm: 'Simulated Person',
    },
    role: 'partner',
  }),
  '/api/searches/leads': async ({ api, firm }) => ({
    path: 'searches/leads',
    body: { changes: [await aLeadChange(api, firm)] },
    role: 'partner',
  }),
  '/api/searches/leads/preview': async ({ api, firm }) => ({
    path: 'searches/leads/preview',
    body: { changes: [await aLeadChange(api, firm)] },
    role: 'partner',
  }),
  '/api/clients/changes': async ({ api, firm }) => ({
    path: 'clients/changes',
    body: { changes: [await aClientChange(api, firm)] },
  }),
  '/api/clients/changes/preview': async ({ api, firm }) => ({
    path: 'clients/changes/preview',
    body: { changes: [await aClientChange(api, firm)] },
  }),
  '/api/flags/changes': async (stage) => ({
    path: 'flags/changes',
    body: { changes: [{ flagId: await anOpenFlag(stage), verb: 'acknowledge', reason: 'The client is away' }] },
  }),
  '/api/flags/{id}/acknowledge': async (stage) => ({
    path: `flags/${await anOpenFlag(stage)}/acknowledge`,
    body: { reason: 'The client is away' },
  }),
  '/api/flags/{id}/assign': async (stage) => ({
    path: `flags/${await anOpenFlag(stage)}/assign`,
    body: { userId: stage.firm.users.consultant.id },
  }),
  '/api/flags/{id}/snooze': async (stage) => ({
    path: `flags/${await anOpenFlag(stage)}/snooze`,
    body: { until: inDays(3) },
  }),
  '/api/imports': () => ({
    path: 'imports',
    files: { 'candidates.csv': 'candidate_ref,name\nP-1,Simulated Person\n' },
    role: 'partner',
  }),
  '/api/imports/{id}/cancel': async (stage) => {
    const { path, files } = await POST_EXAMPLES['/api/imports']!(stage);
    const { body } = await sendExample(stage, { path, files, role: 'partner' });
    return { path: `imports/${(body as { id: string }).id}/cancel`, role: 'partner' };
  },
  '/api/interviews/{id}/cancellation': async (stage) => ({
    path: `interviews/${await anInterview(stage)}/cancellation`,
    body: { version: 1 },
  }),
  '/api/interviews/{id}/restoration': async (stage) => {
    const id = await anInterview(stage);
    await prepare(stage, `interviews/${id}/cancellation`, { version: 1 });
    return { path: `interviews/${id}/restoration`, body: { version: 2 } };
  },
  '/api/me/reminders/seen': () => ({ path: 'me/reminders/seen', body: {} }),
  '/api/offers/{id}/decision': async (stage) => ({
    path: `offers/${await anOffer(stage)}/decision`,
    body: { version: 1, decision: 'declined' },
  }),
  '/api/offers/{id}/taking-back': async (stage) => {
    const id = await anOffer(stage);
    await prepare(stage, `offers/${id}/decision`, { version: 1, decision: 'accepted' });
    return { path: `offers/${id}/taking-back`, body: { version: 2, by: 'candidate', reason: 'counter_offer' } };
  },
  '/api/role-templates': () => ({
    path: 'role-templates',
    body: {
      title: 'Head of Robotics',
      family: 'research',
      code: 'HROB',
      criteria: [{ text: 'Has shipped robots', kind: 'technical', mustHave: true }],
    },
    role: 'partner',
  }),
  '/api/searches': async ({ api, firm }) => ({
    path: 'searches',
    body: {
      roleKey: 'chief_ai_officer',
      clientId: await aClient(api.dataSource, firm),
      officeId: firm.officeId,
      leadUserId: firm.users.partner.id,
    },
  }),
  '/api/searches/break-glass': async ({ api, firm }) => {
    await aSearch(api.dataSource, firm, { ref: 'S-1', confidential: true });
    return {
      path: 'searches/break-glass',
      body: { search: 'S-1', reason: 'The lead cannot be reached' },
      role: 'admin',
    };
  },
  '/api/searches/{id}/candidacies': async (stage) => ({
    path: `searches/${await anOpenSearch(stage)}/candidacies`,
    body: { candidateId: await aCandidate(stage.api.dataSource, stage.firm) },
  }),
  '/api/searches/{id}/leaving': async ({ api, firm }) => {
    const id = await aSearch(api.dataSource, firm, { memberIds: [firm.users.consultant.id] });
    return { path: `searches/${id}/leaving`, body: { version: 1 } };
  },
  '/api/searches/{id}/close': async (stage) => ({
    path: `searches/${await anOpenSearch(stage)}/close`,
    body: { version: 1, reason: 'cancelled' },
  }),
  '/api/searches/{id}/hold': async (stage) => ({
    path: `searches/${await anOpenSearch(stage)}/hold`,
    body: { version: 1, reason: 'The client waits for its board' },
  }),
  '/api/searches/{id}/reopen': async (stage) => {
    const id = await anOpenSearch(stage);
    await prepare(stage, `searches/${id}/close`, { version: 1, reason: 'cancelled' });
    return { path: `searches/${id}/reopen`, body: { version: 2 } };
  },
  '/api/searches/{id}/resume': async (stage) => {
    const id = await anOpenSearch(stage);
    await prepare(stage, `searches/${id}/hold`, { version: 1 });
    return { path: `searches/${id}/resume`, body: { version: 2 } };
  },
  '/api/searches/{id}/what-if': async (stage) => ({
    path: `searches/${await anOpenSearch(stage)}/what-if`,
    body: {},
  }),
  '/api/tasks': () => ({ path: 'tasks', body: { title: 'Call the client', dueAt: inHours(24) } }),
  '/api/tasks/{id}/done': async (stage) => ({ path: `tasks/${await aTask(stage)}/done`, body: { version: 1 } }),
  '/api/tasks/{id}/undone': async (stage) => {
    const id = await aTask(stage);
    await prepare(stage, `tasks/${id}/done`, { version: 1 });
    return { path: `tasks/${id}/undone`, body: { version: 2 } };
  },
  '/api/users': ({ firm }) => ({ path: 'users', body: invitation(firm), role: 'admin' }),
  '/api/users/{id}/deactivate': ({ firm }) => ({
    path: `users/${firm.users.researcher.id}/deactivate`,
    body: { version: 1, successorId: firm.users.partner.id },
    role: 'admin',
  }),
  '/api/users/{id}/invitation': async (stage) => {
    const { id } = await prepare<{ id: string }>(stage, 'users', invitation(stage.firm), 'admin');
    return { path: `users/${id}/invitation`, role: 'admin' };
  },
  '/api/users/{id}/reactivate': async (stage) => {
    const { id } = stage.firm.users.researcher;
    const body = { version: 1, successorId: stage.firm.users.partner.id };
    await prepare(stage, `users/${id}/deactivate`, body, 'admin');
    return { path: `users/${id}/reactivate`, body: { version: 2 }, role: 'admin' };
  },
};

/** They change nothing, or nothing a second time, and so write no audit entry that could commit their claim. */
export const UNAUDITED: Record<string, string> = {
  '/api/account/firm': 'whoever is in a firm stays there',
  '/api/me/reminders/seen': 'what was seen stays seen',
  '/api/newcomers/preview': 'a question',
  '/api/clients/changes/preview': 'a question',
  '/api/searches/leads/preview': 'a question',
  '/api/searches/{id}/what-if': 'a question',
};

/** Sends a request as a person of the firm would, with whatever headers. */
export function sendExample({ api, firm }: Stage, example: PostExample, headers: Record<string, string> = {}) {
  const { path, body, files, role = 'consultant' } = example;
  const request = api.request(firm.cookie(role)).post(`/api/${path}`).set(headers);
  if (!files) return body ? request.send(body) : request;
  return Object.entries(files).reduce((form, [name, text]) => form.attach('files', Buffer.from(text), name), request);
}

/** The same request with something else in it. */
export const altered = ({ body, files, ...rest }: PostExample): PostExample =>
  files
    ? { ...rest, files: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, `${text}more\n`])) }
    : { ...rest, body: { ...body, somethingElse: true } };

export async function prepare<Answer = unknown>(
  stage: Stage,
  path: string,
  body: object,
  role?: Role,
): Promise<Answer> {
  const { status, body: answer } = await sendExample(stage, { path, body, role });
  if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(answer)}`);
  return answer as Answer;
}

export const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
export const inDays = (days: number): string => localDateOf(daysAgo(-days), 'Europe/Berlin');
const interviewTimes = () => ({ startsAt: inHours(24), endsAt: inHours(25) });
const rejection = (version: number) => ({ version, outcome: 'rejected', by: 'firm', reason: 'not_a_match' });

const invitation = (firm: TestFirm) => ({
  name: 'Simulated Newcomer',
  email: `newcomer-${newId()}@firm.example`,
  role: 'consultant',
  officeId: firm.officeId,
});

export const anOpenSearch = ({ api, firm }: Stage): Promise<string> =>
  aSearch(api.dataSource, firm, { openedAt: daysAgo(20), memberIds: [firm.users.consultant.id] });

export async function aPersonAt(stage: Stage, at: string) {
  const searchId = await anOpenSearch(stage);
  return aCandidacy(stage.api.dataSource, stage.firm, { searchId, stage: at, at: daysAgo(5) });
}

export async function anOffer(stage: Stage): Promise<string> {
  const { id } = await aPersonAt(stage, 'finalist');
  return (await prepare<{ offerId: string }>(stage, `candidacies/${id}/offers`, { version: 1 })).offerId;
}

async function aCheckIn(stage: Stage): Promise<string> {
  const offerId = await anOffer(stage);
  await prepare(stage, `offers/${offerId}/decision`, { version: 1, decision: 'accepted', startDate: inDays(0) });
  const { api, firm } = stage;
  const { body } = await api.request(firm.cookie('consultant')).get(`/api/offers/${offerId}/check-ins`).expect(200);
  return (body as { items: { id: string }[] }).items[0]?.id ?? 'none';
}

export async function anInterview(stage: Stage): Promise<string> {
  const { id } = await aPersonAt(stage, 'client_interview');
  return (await prepare<{ id: string }>(stage, `candidacies/${id}/interviews`, interviewTimes())).id;
}

export async function aTask(stage: Stage): Promise<string> {
  return (await prepare<{ id: string }>(stage, 'tasks', { title: 'Call the client', dueAt: inHours(24) })).id;
}

async function anOpenFlag(stage: Stage): Promise<string> {
  return aFlag(stage.api.dataSource, stage.firm.id, await anOpenSearch(stage));
}

async function anUncertainMail({ api, firm }: Stage): Promise<string> {
  const id = newId();
  await api.dataSource.query(
    `insert into delivery (firm_id, id, form, recipient_id, message_id, due_at, not_before, state)
     values ($1, $2, 'notices', $3, $4, now(), now(), 'uncertain')`,
    [firm.id, id, firm.users.consultant.id, `<em.${id}@firm.example>`],
  );
  return id;
}

const aClientChange = async (api: TestApi, firm: TestFirm) => ({
  clientId: await aClient(api.dataSource, firm),
  version: 1,
  industry: 'Robotics',
});

const aLeadChange = async ({ dataSource }: TestApi, firm: TestFirm) => ({
  searchId: await aSearch(dataSource, firm),
  version: 1,
  leadUserId: firm.users.consultant.id,
});
