import type { ActivitiesErrorCode } from '@app/activities/activities.types.js';
import type { AccountErrorCode } from '@app/account/account.types.js';
import type { AttemptsErrorCode } from '@app/attempts/attempts.types.js';
import type { AuthErrorCode } from '@app/auth/auth.types.js';
import type { TaskErrorCode } from '@app/tasks/tasks.types.js';
import type { ViewsErrorCode } from '@app/views/views.types.js';
import type { AbsencesErrorCode } from '@app/absences/absences.types.js';
import type { CalendarsErrorCode } from '@app/calendars/calendars.types.js';
import type { CandidateErrorCode } from '@app/candidates/candidates.types.js';
import type { ClientErrorCode } from '@app/clients/clients.types.js';
import type { ComplianceErrorCode } from '@app/compliance/compliance.types.js';
import type { MailLogErrorCode } from '@app/mail-log/mail-log.types.js';
import type { IdentityErrorCode } from '@app/identity/identity.types.js';
import type { ImportsErrorCode } from '@app/imports/imports.types.js';
import type { InvitationsErrorCode } from '@app/invitations/invitations.types.js';
import type { InterviewErrorCode } from '@app/interviews/interviews.types.js';
import type { CheckInErrorCode } from '@app/placements/check-ins.types.js';
import type { OffersErrorCode } from '@app/offers/offers.types.js';
import type { PipelineErrorCode } from '@app/pipeline/pipeline.types.js';
import type { OnceErrorCode } from '@app/platform/once/once.js';
import type { PageErrorCode } from '@app/platform/lists/page.js';
import type { PoliciesErrorCode } from '@app/policies/policies.types.js';
import type { NotificationsErrorCode } from '@app/notifications/notifications.types.js';
import type { PrintErrorCode } from '@app/print/print.types.js';
import type { SheetErrorCode } from '@app/sheets/sheets.types.js';
import type { StageEditsErrorCode } from '@app/stage-edits/stage-edits.types.js';
import type { RoleTemplatesErrorCode } from '@app/role-templates/role-templates.types.js';
import type { SearchErrorCode } from '@app/searches/searches.types.js';
import type { TombstoneErrorCode } from '@app/tombstones/tombstones.types.js';
import type { SignUpErrorCode } from '@app/sign-up/sign-up.types.js';
import type { TimelineErrorCode } from '@app/timeline/timeline.types.js';
import type { FlagErrorCode } from '@app/flags/flags.types.js';
import type { UsersErrorCode } from '@app/users/users.types.js';

/** Refusals of the door itself. */
export type HttpErrorCode =
  | 'bad_request'
  | 'invalid'
  | 'not_found'
  | 'method_not_allowed'
  | 'too_large'
  | 'address_too_long'
  | 'head_too_large'
  | 'too_slow'
  | 'broken_form'
  | 'unsupported_media_type'
  | 'cross_origin'
  | 'conflict'
  | 'firm_busy'
  | 'unavailable'
  | 'unexpected';

/** Every code of every room. A room's code that is not in the table below does not compile. */
export type ErrorCode =
  | HttpErrorCode
  | PageErrorCode
  | OnceErrorCode
  | IdentityErrorCode
  | AttemptsErrorCode
  | AuthErrorCode
  | AccountErrorCode
  | SignUpErrorCode
  | ClientErrorCode
  | CalendarsErrorCode
  | AbsencesErrorCode
  | ViewsErrorCode
  | CandidateErrorCode
  | SearchErrorCode
  | PoliciesErrorCode
  | ActivitiesErrorCode
  | TaskErrorCode
  | PipelineErrorCode
  | StageEditsErrorCode
  | RoleTemplatesErrorCode
  | InterviewErrorCode
  | OffersErrorCode
  | CheckInErrorCode
  | FlagErrorCode
  | TimelineErrorCode
  | NotificationsErrorCode
  | PrintErrorCode
  | SheetErrorCode
  | MailLogErrorCode
  | ImportsErrorCode
  | TombstoneErrorCode
  | ComplianceErrorCode
  | InvitationsErrorCode
  | UsersErrorCode;

export interface ProblemKind {
  status: number;
  title: string;
}

export const problems: Record<ErrorCode, ProblemKind> = {
  bad_request: { status: 400, title: 'Request not understood' },
  invalid: { status: 400, title: 'Some fields need attention' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  too_large: { status: 413, title: 'Request too large' },
  head_too_large: { status: 431, title: 'Headers too large' },
  too_slow: { status: 408, title: 'Request took too long' },
  broken_form: { status: 400, title: 'Form not understood' },
  address_too_long: { status: 414, title: 'Address too long' },
  unsupported_media_type: { status: 415, title: 'Unsupported media type' },
  cross_origin: { status: 403, title: 'Request from another site' },
  conflict: { status: 409, title: 'Conflict' },
  firm_busy: { status: 429, title: 'Too many requests at once' },
  unavailable: { status: 503, title: 'Temporarily unavailable' },
  unexpected: { status: 500, title: 'Something went wrong' },

  // platform
  unknown_cursor: { status: 400, title: 'Page cursor not recognised' },
  idempotency_key_refused: { status: 400, title: 'Idempotency key not valid' },
  idempotency_key_reused: { status: 422, title: 'Key already used for another request' },
  idempotency_key_in_use: { status: 409, title: 'Request already in progress' },
  answer_not_kept: { status: 409, title: 'Already done' },

  // identity
  not_signed_in: { status: 401, title: 'Not signed in' },
  acting_as_another: { status: 409, title: 'Another user or firm by now' },
  not_allowed: { status: 403, title: 'Not allowed' },
  unknown_region: { status: 400, title: 'Unknown region' },
  unknown_time_zone: { status: 400, title: 'Unknown time zone' },
  unknown_office: { status: 400, title: 'Unknown office' },
  user_not_found: { status: 404, title: 'User not found' },
  colleague_left: { status: 400, title: 'No longer at the firm' },

  // attempts, auth, account, sign-up
  too_many_attempts: { status: 429, title: 'Too many attempts' },
  firm_not_yours: { status: 404, title: 'Firm not found' },
  login_refused: { status: 400, title: 'Sign-in not possible' },
  password_refused: { status: 400, title: 'Password not strong enough' },
  reset_link_spent: { status: 400, title: 'Link no longer valid' },
  session_not_found: { status: 404, title: 'Session not found' },
  wrong_credentials: { status: 401, title: 'Sign-in failed' },
  wrong_password: { status: 400, title: 'Wrong password' },
  password_needed: { status: 400, title: 'Password required' },
  set_up_done: { status: 409, title: 'Already set up' },
  set_up_link_wrong: { status: 403, title: 'Link not valid' },
  sign_up_closed: { status: 403, title: 'Sign-up is closed' },
  sign_up_link_spent: { status: 400, title: 'Link no longer valid' },
  sign_up_token_wrong: { status: 403, title: 'Token not valid' },

  // invitations, users
  invitation_spent: { status: 404, title: 'Invitation no longer valid' },
  invitation_used: { status: 409, title: 'Already joined' },
  has_password: { status: 409, title: 'Already has a password' },
  last_admin: { status: 409, title: 'The firm needs an admin' },
  oneself: { status: 409, title: 'Not possible for yourself' },
  successor_refused: { status: 400, title: 'Colleague cannot take over' },
  user_deactivated: { status: 409, title: 'Colleague has left' },
  user_known: { status: 409, title: 'Already at the firm' },
  user_not_deactivated: { status: 409, title: 'Colleague has not left' },
  user_not_invited: { status: 409, title: 'No open invitation' },

  // views
  view_not_found: { status: 404, title: 'View not found' },
  view_words_refused: { status: 400, title: 'Not a view of this list' },
  view_name_taken: { status: 409, title: 'Name taken' },
  too_many_views: { status: 409, title: 'Too many views' },

  // calendars
  office_not_found: { status: 404, title: 'Office not found' },
  no_working_day: { status: 400, title: 'No working days left' },
  holiday_twice: { status: 400, title: 'Day listed twice' },
  unknown_day: { status: 400, title: 'Day not found' },
  absence_not_found: { status: 404, title: 'Absence not found' },
  absence_refused: { status: 400, title: 'Absence not possible' },
  absence_overlaps: { status: 409, title: 'Already away' },
  unknown_deputy: { status: 400, title: 'Unknown deputy' },
  unknown_person: { status: 400, title: 'Unknown colleague' },

  // clients, candidates, searches
  stale_version: { status: 409, title: 'Changed in the meantime' },
  contact_erased: { status: 409, title: 'Contact erased' },
  contact_not_found: { status: 404, title: 'Contact not found' },
  client_like_that: { status: 409, title: 'Like that already' },
  client_not_found: { status: 404, title: 'Client not found' },
  article14_moment_refused: { status: 400, title: 'Date or time not possible' },
  article14_reason_refused: { status: 400, title: 'Reason not accepted' },
  candidate_erased: { status: 409, title: 'Candidate erased' },
  candidate_not_found: { status: 404, title: 'Candidate not found' },
  search_not_found: { status: 404, title: 'Search not found' },
  member_stays: { status: 409, title: 'Member must stay on the team' },
  already_lead: { status: 409, title: 'Leads it already' },
  lead_stays: { status: 409, title: 'Lead must stay on the team' },
  not_on_team: { status: 409, title: 'Not on the team' },
  search_status_refused: { status: 409, title: 'Not possible in this status' },
  target_date_refused: { status: 400, title: 'Target date not possible' },
  brief_not_found: { status: 404, title: 'Brief not found' },
  role_refused: { status: 400, title: 'Role not possible' },
  unknown_client: { status: 400, title: 'Unknown client' },
  unknown_team_member: { status: 400, title: 'Unknown team member' },

  // role-templates, policies
  role_template_not_found: { status: 404, title: 'Role template not found' },
  role_title_taken: { status: 409, title: 'Title taken' },
  too_many_role_templates: { status: 409, title: 'Too many role templates' },
  policy_refused: { status: 400, title: 'Limit not allowed' },
  unknown_role: { status: 404, title: 'Role not found' },

  // activities, interviews, pipeline, offers
  activity_not_changeable: { status: 409, title: 'Activity cannot be changed' },
  activity_not_found: { status: 404, title: 'Activity not found' },
  activity_in_future: { status: 400, title: 'Activity in the future' },
  timeline_without_subject: { status: 400, title: 'Timeline of nothing' },
  activity_without_subject: { status: 400, title: 'Activity has no subject' },
  mention_not_allowed: { status: 400, title: 'Not mentionable' },
  unknown_subject: { status: 400, title: 'Unknown subject' },
  assignee_not_on_team: { status: 400, title: 'Assignee not on the team' },
  task_done: { status: 409, title: 'Task already done' },
  task_not_done: { status: 409, title: 'Task is not done' },
  task_not_found: { status: 404, title: 'Task not found' },
  already_in_search: { status: 409, title: 'Already in this search' },
  candidacy_ended: { status: 409, title: 'Candidacy has ended' },
  candidacy_not_ended: { status: 409, title: 'Candidacy has not ended' },
  candidacy_not_found: { status: 404, title: 'Candidacy not found' },
  candidacy_placed: { status: 409, title: 'Candidate was placed' },
  check_in_done: { status: 409, title: 'Check-in already done' },
  check_in_not_done: { status: 409, title: 'Check-in is not done' },
  check_in_not_found: { status: 404, title: 'Check-in not found' },
  interview_cancelled: { status: 409, title: 'Interview was cancelled' },
  interview_moment_refused: { status: 400, title: 'Date or time not possible' },
  interview_not_cancelled: { status: 409, title: 'Interview was not cancelled' },
  interview_not_found: { status: 404, title: 'Interview not found' },
  interview_over: { status: 409, title: 'Interview is over' },
  move_not_correctable: { status: 409, title: 'Move cannot be corrected' },
  offer_already_decided: { status: 409, title: 'Offer already decided' },
  offer_already_out: { status: 409, title: 'Offer already extended' },
  offer_moment_refused: { status: 400, title: 'Date or time not possible' },
  offer_not_accepted: { status: 409, title: 'Offer not accepted' },
  offer_not_found: { status: 404, title: 'Offer not found' },
  offer_undecided: { status: 409, title: 'Offer still awaiting an answer' },
  same_stage: { status: 409, title: 'Already in this stage' },
  search_not_running: { status: 409, title: 'Search is not running' },
  stage_archived: { status: 409, title: 'Stage archived' },
  stages_refused: { status: 400, title: 'Stages not possible so' },
  stage_needs_offer: { status: 409, title: 'Stage requires an offer' },
  start_date_without_acceptance: { status: 400, title: 'Start date without acceptance' },
  unknown_candidate: { status: 400, title: 'Unknown candidate' },
  unknown_stage: { status: 400, title: 'Unknown stage' },

  // reminders
  settings_not_found: { status: 404, title: 'Settings not found' },
  mode_not_possible: { status: 400, title: 'Option not available' },
  unknown_unsubscribe_link: { status: 404, title: 'Link not valid' },

  // flags
  flag_not_found: { status: 404, title: 'Flag not found' },
  flag_not_standing: { status: 409, title: 'Flag no longer open' },
  flag_acknowledged: { status: 409, title: 'Flag already acknowledged' },
  snooze_date_refused: { status: 400, title: 'Snooze date not possible' },
  unknown_assignee: { status: 400, title: 'Colleague not available' },
  what_if_refused: { status: 400, title: 'What-if not possible' },
  search_not_assessed: { status: 409, title: 'Search is not running' },
  moment_too_costly: { status: 503, title: 'Query takes too long' },
  moment_in_future: { status: 400, title: 'Moment in the future' },

  // reports
  printer_busy: { status: 503, title: 'Too many reports at once' },

  // sheets
  too_many_rows: { status: 422, title: 'List too long' },
  sheet_too_slow: { status: 503, title: 'Export takes too long' },

  // mail-log
  delivery_not_found: { status: 404, title: 'Email not found' },
  delivery_not_uncertain: { status: 409, title: 'Outcome already known' },
  delivery_already_resolved: { status: 409, title: 'Already decided' },
  suppression_not_found: { status: 404, title: 'Emails not held back' },
  event_not_signed: { status: 401, title: 'Event not signed' },

  // imports
  import_not_found: { status: 404, title: 'Import not found' },
  import_without_files: { status: 400, title: 'No files uploaded' },
  unknown_import_file: { status: 400, title: 'Unknown file' },
  import_file_twice: { status: 400, title: 'File sent twice' },
  import_file_too_large: { status: 413, title: 'File too large' },
  import_ended: { status: 409, title: 'Import has ended' },
  too_many_imports: { status: 429, title: 'Too many imports' },
  import_running: { status: 409, title: 'Import in progress' },

  possible_duplicate: { status: 409, title: 'Possibly known already' },

  // compliance, tombstones
  asked_to_be_forgotten: { status: 409, title: 'Asked to be forgotten' },
  person_not_found: { status: 404, title: 'Person not found' },
  person_erased: { status: 409, title: 'Person erased' },
  confirmation_wrong: { status: 400, title: 'Not confirmed' },
  request_in_future: { status: 400, title: 'Date in the future' },
  erasure_not_found: { status: 404, title: 'Erasure not found' },
  import_under_way: { status: 409, title: 'Import in progress' },
};
