import { SEARCH_HANDED_OVER } from '@app/hand-over/hand-over.events.js';
import { ACTIVITY_LOGGED, ACTIVITY_WITHDRAWN, COLLEAGUE_MENTIONED } from '@app/activities/activities.events.js';
import { OFFICE_CALENDAR_CHANGED } from '@app/calendars/calendars.events.js';
import { DELIVERY_RESENT } from '@app/mail-log/mail-log.events.js';
import { CANDIDATE_CHANGED } from '@app/candidates/candidates.events.js';
import { IMPORT_FINISHED, IMPORT_STARTED } from '@app/imports/imports.events.js';
import { FLAG_ASSIGNED } from '@app/flags/flags.events.js';
import { INVITATION_ASKED } from '@app/invitations/invitations.events.js';
import {
  INTERVIEW_CANCELLED,
  INTERVIEW_CHANGED,
  INTERVIEW_RESTORED,
  INTERVIEW_SET,
} from '@app/interviews/interviews.events.js';
import { PERSON_ERASED } from '@app/compliance/compliance.events.js';
import { ACCEPTANCE_TAKEN_BACK, OFFER_DECIDED, OFFER_EXTENDED } from '@app/offers/offers.events.js';
import {
  CANDIDACY_ADDED,
  CANDIDACY_ENDED,
  CANDIDACY_MOVED,
  CANDIDACY_REACTIVATED,
  MOVE_CORRECTED,
} from '@app/pipeline/pipeline.events.js';
import type { AnnouncedFact } from '@app/platform/announcements/announcements.js';
import type { Job, JobName, JobPayloads } from '@app/platform/queue/jobs.js';
import {
  SEARCH_CHANGED,
  SEARCH_CLOSED,
  SEARCH_HELD,
  SEARCH_OPENED,
  SEARCH_REOPENED,
  SEARCH_RESUMED,
} from '@app/searches/searches.events.js';
import { STAGES_CHANGED } from '@app/stage-edits/stage-edits.events.js';
import { TASK_ADDED, TASK_CHANGED } from '@app/tasks/tasks.events.js';
import { FLAG_ESCALATED, FLAG_WOKEN, FLAGS_RAISED } from '@app/stalls/stalls.events.js';

interface Route {
  readonly job: JobName;
  readonly wake: (fact: AnnouncedFact) => Job;
}

const wakes = <Name extends JobName>(job: Name, payload: (fact: AnnouncedFact) => JobPayloads[Name]): Route => ({
  job,
  wake: (fact) => ({ name: job, payload: payload(fact) }) as Job,
});

/** A clock may have changed: the sweep looks at the searches that say so on their row. */
const sweep = wakes('stalls.sweep', () => ({}));

/** Somebody may have to hear of something now. */
const plan = wakes('reminders.plan_firm', ({ firmId }) => ({ firmId }));

/** Which announced fact wakes which jobs. A fact that is not here wakes nobody. */
export const ROUTES: Readonly<Record<string, readonly Route[]>> = {
  [SEARCH_OPENED]: [sweep],
  [SEARCH_CHANGED]: [sweep],
  [SEARCH_HANDED_OVER]: [sweep, plan],
  [SEARCH_HELD]: [sweep],
  [SEARCH_RESUMED]: [sweep],
  [SEARCH_CLOSED]: [sweep, plan],
  [SEARCH_REOPENED]: [sweep, plan],
  [STAGES_CHANGED]: [sweep],
  [CANDIDACY_ADDED]: [sweep],
  [CANDIDACY_MOVED]: [sweep],
  [MOVE_CORRECTED]: [sweep],
  [CANDIDACY_ENDED]: [sweep, plan],
  [CANDIDACY_REACTIVATED]: [sweep, plan],
  [OFFER_EXTENDED]: [sweep, plan],
  [OFFER_DECIDED]: [sweep, plan],
  [ACCEPTANCE_TAKEN_BACK]: [sweep, plan],
  [PERSON_ERASED]: [plan],
  [ACTIVITY_LOGGED]: [sweep],
  [ACTIVITY_WITHDRAWN]: [sweep],
  [COLLEAGUE_MENTIONED]: [plan],
  [CANDIDATE_CHANGED]: [sweep],
  [OFFICE_CALENDAR_CHANGED]: [wakes('reminders.look_again', ({ firmId }) => ({ firmId }))],
  [IMPORT_STARTED]: [wakes('imports.run', ({ firmId, subjectId }) => ({ firmId, runId: subjectId }))],
  [IMPORT_FINISHED]: [sweep],
  [INVITATION_ASKED]: [wakes('invitations.send_owed', () => ({}))],
  [DELIVERY_RESENT]: [wakes('deliveries.deliver_due', () => ({}))],
  [FLAGS_RAISED]: [plan],
  [FLAG_ASSIGNED]: [plan],
  [FLAG_ESCALATED]: [plan],
  [FLAG_WOKEN]: [plan],
  [TASK_ADDED]: [plan],
  [TASK_CHANGED]: [plan],
  [INTERVIEW_SET]: [sweep, plan],
  [INTERVIEW_CHANGED]: [plan],
  [INTERVIEW_CANCELLED]: [plan],
  [INTERVIEW_RESTORED]: [sweep, plan],
};
