import type { AnnouncedFact } from '@app/platform/outbox/outbox.js';
import type { Job, JobName, JobPayloads } from '@app/platform/queue/jobs.js';
import { FLAG_RAISED } from '@app/stalls/stalls.events.js';

type Route = { readonly job: JobName; readonly wake: (fact: AnnouncedFact) => Job };

const wakes = <Name extends JobName>(job: Name, payload: (fact: AnnouncedFact) => JobPayloads[Name]): Route => ({
  job,
  wake: (fact) => ({ name: job, payload: payload(fact) }) as Job,
});

const sweep = wakes('stalls.sweep', () => ({}));

/** Which announced fact wakes which jobs. A fact that is not here wakes nobody. */
export const ROUTES: Readonly<Record<string, readonly Route[]>> = {
  'searches.search_opened': [sweep],
  'searches.search_changed': [sweep],
  'searches.search_held': [sweep],
  'searches.search_resumed': [sweep],
  'searches.search_closed': [sweep],
  'searches.search_reopened': [sweep],
  'pipeline.candidacy_added': [sweep],
  'pipeline.candidacy_moved': [sweep],
  'pipeline.move_corrected': [sweep],
  'pipeline.candidacy_ended': [sweep],
  'pipeline.candidacy_reactivated': [sweep],
  'offers.offer_extended': [sweep],
  'offers.offer_decided': [sweep],
  'activities.activity_logged': [sweep],
  'imports.import_finished': [sweep],
  [FLAG_RAISED]: [wakes('reminders.plan_firm', ({ firmId }) => ({ firmId }))],
};
