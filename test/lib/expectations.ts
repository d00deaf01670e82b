import {
  CONSULTANTS,
  type Expectation,
  inHand,
  leading,
  MANAGERS,
  openToAll,
  read,
  readBy,
  sliced,
  stale,
  type Thing,
} from './expectation.js';
import { OF_BRIEFS } from './expectations-of-briefs.js';
import { OF_FIGURES } from './expectations-of-figures.js';
import { OF_NEW_FIRMS } from './expectations-of-new-firms.js';
import { OF_PEOPLE } from './expectations-of-people.js';
import { ROLES } from '@app/identity/identity.types.js';

const SOON = '2099-03-02T09:00:00Z';
const LATER = '2099-03-02T10:00:00Z';

/** What is asked about one of them or several; of what one does not see there is nothing. */
const ABOUT = {
  'query.searchId': 'search',
  'query.candidateId': 'candidate',
  'query.contactId': 'contact',
  'query.clientId': 'client',
} as const;
const ofAnything = [read(ABOUT, { unseen: Object.fromEntries(Object.keys(ABOUT).map((query) => [query, 200])) })];

/**
 * What every operation of openapi.json answers to whom, by its operation id. An operation without a row, or an id in a
 * request that no row names, fails the test.
 */
export const EXPECTATIONS: Readonly<Record<string, readonly Expectation[]>> = {
  ...OF_PEOPLE,
  ...OF_BRIEFS,
  ...OF_FIGURES,
  ...OF_NEW_FIRMS,
  views_list: [read({}, { query: { list: 'candidates' } })],
  views_save: [
    {
      may: ROLES,
      body: { list: 'candidates', name: 'View {new}', asked: ['sort=-added'], shared: false },
      answers: 201,
    },
  ],
  views_change: [stale(MANAGERS, { 'path.id': 'view' }, { shared: false }, { seenFirst: true })],
  views_remove: [
    { may: MANAGERS, names: { 'path.id': 'view' }, query: { version: '1000' }, answers: 409, seenFirst: true },
  ],
  absences_list: [read()],
  absences_add: [
    {
      may: ROLES,
      names: { 'body.deputyUserId': 'user' },
      body: { firstDay: '2000-01-01', lastDay: '2000-01-02' },
      answers: 400,
    },
    {
      may: MANAGERS,
      names: { 'body.userId': 'user', 'body.deputyUserId': 'user' },
      body: { firstDay: '2000-01-01', lastDay: '2000-01-02' },
      answers: 400,
    },
  ],
  absences_remove: [
    { may: MANAGERS, names: { 'path.id': 'absence' }, query: { version: '1000' }, answers: 409, seenFirst: true },
  ],
  absences_change: [
    stale(MANAGERS, { 'path.id': 'absence' }, {}, { seenFirst: true }),
    stale(MANAGERS, { 'path.id': 'absence', 'body.deputyUserId': 'user' }, {}, { seenFirst: true }),
  ],
  account_find: [read()],
  account_listSessions: [read()],
  account_rename: [stale(ROLES, {}, { name: 'Simulated Name' })],
  account_changePassword: [{ may: ROLES, body: { password: 'x', newPassword: 'short' }, answers: 400 }],
  account_endOtherSessions: [read()],
  account_endSession: [{ may: ROLES, path: { id: 'nothing-of-the-kind' }, answers: 404 }],
  account_enterFirm: [
    { may: ROLES, body: { firmId: '00000000-0000-7000-8000-000000000000' }, others: ['body.firmId'], answers: 404 },
  ],
  activities_list: ofAnything,
  activities_log: [
    {
      may: ROLES,
      names: { 'body.searchId': 'search' },
      body: { kind: 'note', text: 'Simulated note' },
      answers: 201,
      unseen: { 'body.searchId': 404 },
    },
    {
      may: ROLES,
      names: { 'body.candidateId': 'candidate', 'body.contactId': 'contact', 'body.mentions[]': 'user' },
      body: { kind: 'note', text: 'Simulated note' },
      answers: 201,
    },
  ],
  // who may not change it is told so like who looked at an older version
  activities_correct: [
    stale(
      ROLES,
      { 'path.id': 'activity', 'body.mentions[]': 'user' },
      { text: 'Another text' },
      { unseen: { 'body.mentions[]': 409 } },
    ),
  ],
  activities_versions: [read({ 'path.id': 'activity' })],
  activities_withdraw: [stale(ROLES, { 'path.id': 'activity' }, { reason: 'Simulated reason' })],
  auth_requestPasswordReset: [openToAll({ body: { email: 'nobody@firm.example' } })],
  auth_resetPassword: [openToAll({ body: { newPassword: 'a long simulated password', token: 'x' }, answers: 400 })],
  auth_signIn: [openToAll({ body: { email: 'nobody@firm.example', password: 'wrong password' }, answers: 401 })],
  auth_signOut: [openToAll({ may: [] })],
  pipeline_find: [read({ 'path.id': 'candidacy' })],
  pipeline_correct: [
    stale(
      ROLES,
      { 'path.id': 'candidacy', 'body.moveId': 'move' },
      { reason: 'A slip' },
      { unseen: { 'body.moveId': 409 } },
    ),
  ],
  interviews_ofCandidacy: [read({ 'path.id': 'candidacy' })],
  interviews_set: [
    { may: ROLES, names: { 'path.id': 'candidacy' }, body: { startsAt: SOON, endsAt: LATER }, answers: 201 },
  ],
  pipeline_move: [
    stale(ROLES, { 'path.id': 'candidacy', 'body.toStageId': 'stage' }, {}, { unseen: { 'body.toStageId': 409 } }),
  ],
  offers_extend: [stale(CONSULTANTS, { 'path.id': 'candidacy' })],
  pipeline_end: [
    stale(ROLES, { 'path.id': 'candidacy' }, { by: 'firm', outcome: 'rejected', reason: 'Simulated reason' }),
    stale(CONSULTANTS, { 'path.id': 'candidacy' }, { by: 'client', outcome: 'rejected', reason: 'Simulated reason' }),
  ],
  pipeline_reactivate: [stale(ROLES, { 'path.id': 'candidacy' })],
  checkIns_list: [read()],
  checkIns_done: [stale(ROLES, { 'path.id': 'checkIn' })],
  checkIns_undone: [stale(ROLES, { 'path.id': 'checkIn' })],
  calendars_client: [read({ 'path.id': 'client' })],
  calendars_editClient: [stale(CONSULTANTS, { 'path.id': 'client' }, { holidays: [] })],
  calendars_clientProposals: [read({ 'path.id': 'client' }, { query: { year: '2027' } })],
  calendars_clientVersions: [read({ 'path.id': 'client' })],
  mailLog_list: [readBy(MANAGERS)],
  mailLog_figures: [readBy(MANAGERS)],
  mailLog_lift: [{ may: MANAGERS, names: { 'path.id': 'suppression' }, fresh: ['suppression'], answers: 204 }],
  mailLog_arrived: [{ may: MANAGERS, names: { 'path.id': 'delivery' }, answers: 409 }],
  mailLog_resend: [{ may: MANAGERS, names: { 'path.id': 'delivery' }, answers: 409 }],
  reports_find: [read({}, { query: { q: 'simulated' } })],
  flags_changeAll: [
    changing({ 'body.changes[].flagId': 'flag' }, { verb: 'acknowledge', reason: 'Simulated reason' }),
    changing({ 'body.changes[].flagId': 'flag', 'body.changes[].userId': 'user' }, { verb: 'assign' }),
  ],
  flags_takeBack: [inHand({})],
  flags_acknowledge: [inHand({ body: { reason: 'Simulated reason' } })],
  flags_assign: [inHand({ names: { 'path.id': 'flag', 'body.userId': 'user' } })],
  flags_wake: [inHand({})],
  flags_snooze: [inHand({ body: { until: '2000-01-01' }, answers: 400 })],
  flags_why: [read({ 'path.id': 'flag' })],
  erasures_list: [readBy(MANAGERS)],
  erasures_erase: [
    {
      may: MANAGERS,
      names: { 'body.person.id': 'candidate' },
      body: { person: { kind: 'candidate' }, reason: 'other', requestedOn: '2026-01-01', confirm: 'Another name' },
      answers: 400,
      unseen: { 'body.person.id': 404 },
    },
  ],
  erasures_preview: [
    readBy(MANAGERS, { 'path.id': 'candidate' }, { path: { kind: 'candidate' } }),
    readBy(MANAGERS, { 'path.id': 'contact' }, { path: { kind: 'contact' } }),
  ],
  erasures_find: [readBy(MANAGERS, { 'path.id': 'erasure' })],
  erasures_exportOf: [
    readBy(MANAGERS, { 'path.id': 'candidate' }, { path: { kind: 'candidate' } }),
    readBy(MANAGERS, { 'path.id': 'contact' }, { path: { kind: 'contact' } }),
  ],
  imports_list: [readBy(MANAGERS)],
  imports_start: [
    { may: MANAGERS, query: { check: 'true' }, upload: { 'clients.csv': 'client_ref,name\nC-1,Acme\n' }, answers: 201 },
  ],
  imports_find: [readBy(MANAGERS, { 'path.id': 'importRun' })],
  imports_cancel: [readBy(MANAGERS, { 'path.id': 'importRun' }, { answers: 409 })],
  imports_refusals: [readBy(MANAGERS, { 'path.id': 'importRun' })],
  interviews_upcoming: [read()],
  interviews_change: [stale(ROLES, { 'path.id': 'interview' })],
  interviews_calendar: [read({ 'path.id': 'interview' })],
  interviews_cancel: [stale(ROLES, { 'path.id': 'interview' })],
  interviews_restore: [stale(ROLES, { 'path.id': 'interview' })],
  mailEvents_take: [openToAll({ body: {}, answers: 404 })],
  mailPreviews_list: [read()],
  mailPreviews_find: [read({}, { path: { template: 'many-flags' } })],
  identity_me: [read()],
  notifications_settings: [read()],
  notifications_change: [{ may: ROLES, body: { version: 1_000 }, answers: 409 }],
  reminders_list: [read()],
  reminders_seen: [
    // nothing is said of reminders that are not one's own
    { may: ROLES, names: { 'body.ids[]': 'flag' }, answers: 200, unseen: { 'body.ids[]': 200 } },
  ],
  reminders_unseen: [read()],
  checkIns_ofOffer: [read({ 'path.id': 'offer' })],
  offers_decide: [stale(CONSULTANTS, { 'path.id': 'offer' }, { decision: 'declined' })],
  offers_setStartDate: [stale(CONSULTANTS, { 'path.id': 'offer' }, { startDate: null })],
  offers_takeBack: [stale(CONSULTANTS, { 'path.id': 'offer' }, { by: 'candidate', reason: 'counter_offer' })],
  identity_listOffices: [read()],
  calendars_office: [read({ 'path.id': 'office' })],
  calendars_editOffice: [stale(MANAGERS, { 'path.id': 'office' })],
  calendars_officeProposals: [read({ 'path.id': 'office' }, { query: { year: '2027' } })],
  calendars_officeVersions: [read({ 'path.id': 'office' })],
  policies_list: [read()],
  policies_editFirm: [{ may: MANAGERS, body: { version: 1_000, settings: {} }, answers: 409 }],
  policies_firmVersions: [read()],
  policies_editRole: [
    {
      may: MANAGERS,
      path: { roleKey: 'chief_ai_officer' },
      body: { version: 1_000, settings: {} },
      answers: 409,
    },
  ],
  policies_roleVersions: [read({}, { path: { roleKey: 'chief_ai_officer' } })],
  selections_candidates: [read()],
  selections_clients: [read()],
  selections_searches: [sliced()],
  sheets_candidates: [read({}, { query: { format: 'csv' } })],
  sheets_clients: [read({}, { query: { format: 'csv' } })],
  sheets_searches: [sliced({ query: { format: 'csv' } })],
  searches_list: [sliced()],
  leads_preview: [leading],
  leads_change: [leading],
  searches_open: [
    {
      may: CONSULTANTS,
      names: {
        'body.clientId': 'client',
        'body.leadUserId': 'user',
        'body.officeId': 'office',
        'body.teamUserIds[]': 'user',
      },
      body: { roleKey: 'chief_ai_officer' },
      answers: 201,
    },
  ],
  searches_edit: [
    stale(CONSULTANTS, { 'path.id': 'search' }, { title: 'Another title' }),
    stale(
      CONSULTANTS,
      { 'path.id': 'search', 'body.leadUserId': 'user', 'body.teamUserIds[]': 'user' },
      {},
      { unseen: { 'body.leadUserId': 409, 'body.teamUserIds[]': 409 } },
    ),
    stale(
      CONSULTANTS,
      { 'path.id': 'search', 'body.clientId': 'client', 'body.officeId': 'office' },
      {},
      { unseen: { 'body.clientId': 409, 'body.officeId': 409 } },
    ),
  ],
  // a hidden search is opened by an admin, once; nobody else hears that there is one
  breakGlass_open: [
    { may: [], body: { search: 'a simulated reference', reason: 'Simulated reason' }, answers: 200, otherwise: 404 },
  ],
  searches_leave: [stale(ROLES, { 'path.id': 'search' })],
  pipeline_board: [read({ 'path.id': 'search' })],
  pipeline_add: [
    {
      may: ROLES,
      names: { 'path.id': 'search', 'body.candidateId': 'candidate', 'body.stageId': 'stage' },
      fresh: ['candidate'],
      answers: 201,
    },
  ],
  searches_close: [stale(CONSULTANTS, { 'path.id': 'search' }, { reason: 'cancelled' })],
  pipeline_ended: [read({ 'path.id': 'search' })],
  flags_history: [read({ 'path.id': 'search' })],
  flags_openFlags: [read({ 'path.id': 'search' })],
  searches_hold: [stale(CONSULTANTS, { 'path.id': 'search' })],
  policies_search: [read({ 'path.id': 'search' })],
  policies_editSearch: [stale(MANAGERS, { 'path.id': 'search' }, { settings: {} }, { seenFirst: true })],
  policies_searchVersions: [read({ 'path.id': 'search' })],
  searches_reopen: [stale(CONSULTANTS, { 'path.id': 'search' })],
  searches_resume: [stale(CONSULTANTS, { 'path.id': 'search' })],
  flags_whatIf: [
    read({ 'path.id': 'search' }),
    read(
      {
        'path.id': 'search',
        'body.offers[].candidacyId': 'candidacy',
        'body.clientAnswers[].candidacyId': 'candidacy',
      },
      {
        body: { offers: [{ on: '2099-01-04' }], clientAnswers: [{ on: '2099-01-04' }] },
        apart: 400,
        unseen: { 'body.offers[].candidacyId': 400, 'body.clientAnswers[].candidacyId': 400 },
      },
    ),
    read({ 'path.id': 'search', 'body.merge.stageId': 'stage', 'body.merge.laterStageId': 'stage' }, { answers: 400 }),
  ],
  stages_list: [read()],
  stages_edit: [
    stale(
      MANAGERS,
      { 'body.stages[].id': 'stage' },
      { stages: [{ label: 'Simulated stage', kind: 'finalist', budgetWorkingDays: 3 }] },
      { unseen: { 'body.stages[].id': 409 } },
    ),
  ],
  stages_versions: [read()],
  flags_asOf: [
    read({ 'query.leadId': 'user' }, { query: { at: '2020-01-01T00:00:00Z' }, unseen: { 'query.leadId': 200 } }),
  ],
  tasks_list: [
    read({ 'query.searchId': 'search' }, { unseen: { 'query.searchId': 404 } }),
    read(
      { 'query.candidateId': 'candidate', 'query.contactId': 'contact' },
      { unseen: { 'query.candidateId': 200, 'query.contactId': 200 } },
    ),
  ],
  tasks_add: [
    {
      may: ROLES,
      names: {
        'body.searchId': 'search',
        'body.candidateId': 'candidate',
        'body.contactId': 'contact',
        'body.assigneeId': 'user',
      },
      body: { title: 'Simulated task', dueAt: SOON },
      answers: 201,
      unseen: { 'body.searchId': 404 },
    },
  ],
  tasks_edit: [
    stale(ROLES, { 'path.id': 'task' }, { title: 'Another title' }),
    stale(ROLES, { 'path.id': 'task', 'body.assigneeId': 'user' }, {}, { unseen: { 'body.assigneeId': 409 } }),
  ],
  tasks_done: [stale(ROLES, { 'path.id': 'task' })],
  tasks_undone: [stale(ROLES, { 'path.id': 'task' })],
  timeline_list: ofAnything,
  today_list: [read()],
  unsubscribe_look: [openToAll({ query: { token: 'x' }, answers: 404 })],
  unsubscribe_choose: [openToAll({ body: { token: 'x', subscribed: true }, answers: 404 })],
  users_list: [read()],
  users_invite: [
    {
      may: MANAGERS,
      names: { 'body.officeId': 'office' },
      body: { name: 'Simulated', email: 'simulated-{new}@firm.example', role: 'researcher' },
      answers: 201,
    },
  ],
  users_change: [
    stale(
      MANAGERS,
      { 'path.id': 'user', 'body.officeId': 'office' },
      { name: 'Simulated' },
      { unseen: { 'body.officeId': 409 } },
    ),
  ],
  users_resend: [{ may: MANAGERS, names: { 'path.id': 'invited' }, fresh: ['invited'], answers: 200 }],
  users_takeBack: [{ may: MANAGERS, names: { 'path.id': 'invited' }, fresh: ['invited'], answers: 200 }],
  users_preview: [readBy(['admin'], { 'path.id': 'user' })],
  users_deactivate: [
    stale(['admin'], { 'path.id': 'user', 'body.successorId': 'user' }, {}, { unseen: { 'body.successorId': 409 } }),
  ],
  users_reactivate: [stale(['admin'], { 'path.id': 'user' })],
  invitations_open: [openToAll({ body: { token: 'x' }, answers: 404 })],
  invitations_accept: [openToAll({ body: { token: 'x', password: 'a long simulated password' }, answers: 404 })],
  health_live: [openToAll({})],
  health_ready: [openToAll({})],
  unsubscribe_oneClick: [openToAll({ query: { token: 'x' }, answers: 404 })],
};

/** What is refused is listed in an answer like any other. */
function changing(names: Readonly<Record<string, Thing>>, change: object): Expectation {
  return {
    may: ROLES,
    names,
    fresh: ['flag'],
    body: { changes: [change] },
    answers: 200,
    unseen: Object.fromEntries(Object.keys(names).map((place) => [place, 200])),
  };
}
