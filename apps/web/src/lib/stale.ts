import type { QueryClient } from '@tanstack/react-query';
import type { QueryName } from './query-keys';

export type Stale = readonly QueryName[] | 'everything';

/** Whatever shows how a search stands, or who stands where in it. */
const SEARCH = [
  'search',
  'searches',
  'matching',
  'board',
  'candidacy',
  'candidate',
  'ended',
  'pipelineHealth',
  'healthChanges',
  'figures',
  'searchFigures',
  'sideBySide',
  'timeline',
] as const satisfies Stale;
const FLAGS = ['flags', 'flagHistory', 'why', 'today', 'whatIf'] as const satisfies Stale;
/** It may start or stop a clock, so whatever shows clocks is asked again. */
const CLOCKS = [...SEARCH, ...FLAGS] as const satisfies Stale;
/** Whoever shows its searches shows how they stand. */
const CLIENT = ['client', 'contact'] as const satisfies Stale;
const INTERVIEWS = ['interviews', 'upcomingInterviews'] as const satisfies Stale;
const CHECK_INS = ['checkIns', 'dueCheckIns'] as const satisfies Stale;
const TASKS = ['tasks'] as const satisfies Stale;
const REMINDERS = ['reminders', 'unseen'] as const satisfies Stale;
const MAIL_LOG = ['mailLog', 'mailFigures'] as const satisfies Stale;
const SESSIONS = ['sessions'] as const satisfies Stale;

/** What the rooms announce (`libs/<room>/<room>.events.ts`), and which queries have an old answer then. */
export const ANNOUNCED = {
  'activities.activity_logged': CLOCKS,
  'activities.activity_corrected': [...CLOCKS, 'activityVersions'],
  'activities.activity_withdrawn': [...CLOCKS, 'activityVersions'],
  'activities.colleague_mentioned': [],
  'activities.task_added': TASKS,
  'activities.task_changed': TASKS,
  'activities.task_done': TASKS,
  'activities.task_undone': TASKS,
  // days, flags and the reader's own zone may all be different now
  'calendars.office_calendar_changed': 'everything',
  'calendars.client_calendar_changed': 'everything',
  'views.view_saved': ['views'],
  'views.view_changed': ['views'],
  'views.view_removed': ['views'],
  // flags and reminders go to the deputy
  'calendars.absence_added': ['absences', 'today', ...REMINDERS],
  'calendars.absence_changed': ['absences', 'today', ...REMINDERS],
  'calendars.absence_removed': ['absences', 'today', ...REMINDERS],
  'candidates.candidate_added': ['candidates', 'matching', 'found', 'newcomers'],
  'candidates.candidate_changed': [
    'candidates',
    'found',
    'newcomers',
    ...CLOCKS,
    ...INTERVIEWS,
    ...CHECK_INS,
    ...TASKS,
  ],
  'candidates.article14_changed': ['candidate'],
  'clients.client_added': ['clients', 'matching', 'found', 'firstSteps'],
  'clients.client_changed': [...CLIENT, 'clients', 'clientChanges', 'found', ...CLOCKS],
  'clients.contact_added': [...CLIENT, 'clients', 'found', 'firstSteps'],
  'clients.contact_changed': [...CLIENT, 'clients', 'found', 'timeline', ...TASKS],
  'compliance.person_erased': 'everything',
  'compliance.person_exported': [],
  'sheets.list_exported': [],
  'deliveries.resent': MAIL_LOG,
  'deliveries.resolved': MAIL_LOG,
  'deliveries.mail_held_back': MAIL_LOG,
  'deliveries.mail_allowed_again': MAIL_LOG,
  'deliveries.held_after_restore': MAIL_LOG,
  'flags.flag_acknowledged': CLOCKS,
  'flags.flag_reopened': CLOCKS,
  'flags.flag_snoozed': CLOCKS,
  'flags.flag_assigned': CLOCKS,
  'imports.import_started': ['imports', 'importRun'],
  'imports.import_finished': 'everything',
  'interviews.interview_set': [...CLOCKS, ...INTERVIEWS],
  'interviews.interview_changed': [...CLOCKS, ...INTERVIEWS],
  'interviews.interview_cancelled': [...CLOCKS, ...INTERVIEWS],
  'interviews.interview_restored': [...CLOCKS, ...INTERVIEWS],
  'invitations.invitation_asked': ['users'],
  'offers.offer_extended': [...CLOCKS, ...CLIENT],
  'offers.offer_decided': [...CLOCKS, ...INTERVIEWS, ...CHECK_INS, ...CLIENT],
  'offers.start_date_set': [...CLOCKS, ...CHECK_INS],
  'offers.acceptance_taken_back': [...CLOCKS, ...INTERVIEWS, ...CHECK_INS, ...CLIENT],
  'offers.check_in_done': CHECK_INS,
  'offers.check_in_undone': CHECK_INS,
  // a list that was added brought people with it
  'pipeline.candidacy_added': [...CLOCKS, 'candidates', 'found', 'newcomers'],
  'pipeline.candidacy_moved': CLOCKS,
  'pipeline.move_corrected': CLOCKS,
  'pipeline.candidacy_ended': [...CLOCKS, ...INTERVIEWS, 'candidates'],
  'pipeline.candidacy_reactivated': [...CLOCKS, ...INTERVIEWS, 'candidates'],
  'role_templates.template_added': ['roleTemplates', 'policies'],
  'role_templates.template_changed': ['roleTemplates', 'policies'],
  // budgets and flags follow from it everywhere
  'policies.policy_changed': 'everything',
  'searches.search_opened': [
    'firstSteps',
    'search',
    'searches',
    'matching',
    ...CLIENT,
    'found',
    'pipelineHealth',
    'timeline',
  ],
  'searches.search_changed': [...CLOCKS, ...CLIENT, 'found', 'leads', 'briefs'],
  'searches.search_handed_over': 'everything',
  'searches.search_held': [...CLOCKS, ...CLIENT],
  'searches.search_resumed': [...CLOCKS, ...CLIENT],
  'searches.search_closed': [...CLOCKS, ...INTERVIEWS, ...CLIENT],
  'searches.search_reopened': [...CLOCKS, ...INTERVIEWS, ...CLIENT],
  'searches.glass_broken': 'everything',
  // boards, clocks and budgets follow
  'stages.stages_changed': 'everything',
  'stalls.flags_raised': [...CLOCKS, ...REMINDERS],
  'stalls.flag_escalated': [...CLOCKS, ...REMINDERS],
  'stalls.flag_woken': [...CLOCKS, ...REMINDERS],
  'tombstones.tombstone_lifted': ['candidates', 'matching'],
  'tombstones.tombstone_passed': ['candidates', 'matching'],
} as const satisfies Record<string, Stale>;

/** In the audit, and announced to nobody. */
export const RECORDED = {
  'account.renamed': ['account', 'me', 'users', 'absences', ...TASKS, ...CLOCKS],
  'auth.firm_entered': [],
  'auth.other_sessions_ended': SESSIONS,
  'auth.password_changed': ['account', ...SESSIONS],
  'auth.password_reset': [],
  'auth.reset_link_sent': [],
  'auth.session_ended': SESSIONS,
  'auth.signed_in': [],
  'auth.signed_out': [],
  'identity.firm_founded': [],
  'imports.cancelled': ['imports', 'importRun'],
  'sample.shown': ['firstSteps', 'me'],
  'sample.taken_away': ['firstSteps', 'me'],
  // said by whoever joins, on a page that asks for their invitation alone
  'users.user_joined': ['users'],
  // somebody's work may have moved
  'users.invitation_sent_again': 'everything',
  'users.invitation_taken_back': 'everything',
  'users.user_changed': 'everything',
  'users.user_deactivated': 'everything',
  'users.user_invited': 'everything',
  'users.user_reactivated': 'everything',
} as const satisfies Record<string, Stale>;

/** Somebody's own business, which no audit keeps. */
export const OWN = {
  'first_steps.put_away': ['firstSteps'],
  'notifications.settings_saved': ['notificationSettings'],
  'notifications.subscription_chosen': ['unsubscription', 'notificationSettings'],
  'reminders.seen': REMINDERS,
  'sign_up.asked': [],
} as const satisfies Record<string, Stale>;

/** Queries whose answer nobody can change from here, and why. */
export const STEADY: Partial<Record<QueryName, string>> = {
  brief: 'a version never changes; goes with everything when somebody is erased',
  clientProposals: 'public holidays of a country',
  clientVersions: 'goes with everything when the calendar is saved',
  clientCalendar: 'goes with everything when the calendar is saved',
  erasure: 'the proof of what was done',
  erasurePreview: 'asked anew each time it is shown',
  erasures: 'goes with everything when somebody is erased',
  firmAsOf: 'the past; goes with everything when limits or calendars change',
  handOver: 'asked anew each time it is shown',
  invitation: 'a link works once: asked again, it would be refused',
  mailPreview: 'the same for everybody until the next version',
  mailPreviews: 'the same for everybody until the next version',
  officeCalendar: 'goes with everything when the calendar is saved',
  officeProposals: 'public holidays of a country',
  officeVersions: 'goes with everything when the calendar is saved',
  offices: 'goes with everything when a calendar is saved',
  pendingSignUp: 'a link works once: asked again, it would be refused',
  policyVersions: 'goes with everything when a limit is changed',
  regions: 'the same for everybody until the next version',
  searchPolicy: 'goes with everything when a limit is changed',
  signUp: 'whoever founds a firm leaves the page that shows it',
  stages: 'goes with everything when they are changed',
  stageVersions: 'goes with everything when they are changed',
};

export const STALE = { ...ANNOUNCED, ...RECORDED, ...OWN };
export type Fact = keyof typeof STALE;

/** Asks again for what a fact has made stale, where it is shown; the rest is asked for when it is next shown. */
export function askAgain(queries: QueryClient, fact: Fact): Promise<void> {
  const stale: Stale = STALE[fact];
  if (stale === 'everything') return queries.invalidateQueries();
  return queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => stale.some((known) => known === name) });
}
