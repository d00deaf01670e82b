import { ACTIVITIES } from '@app/activities/activities.holdings.js';
import { AUDIT } from '@app/audit/audit.holdings.js';
import { CALENDARS } from '@app/calendars/calendars.holdings.js';
import { CANDIDATES } from '@app/candidates/candidates.holdings.js';
import { CLIENTS } from '@app/clients/clients.holdings.js';
import { DELIVERIES } from '@app/deliveries/deliveries.holdings.js';
import { FLAGS } from '@app/flags/flags.holdings.js';
import { IDENTITY } from '@app/identity/identity.holdings.js';
import { IMPORTS } from '@app/imports/imports.holdings.js';
import { INTERVIEWS } from '@app/interviews/interviews.holdings.js';
import { MAIL_LOG } from '@app/mail-log/mail-log.holdings.js';
import { OFFERS } from '@app/offers/offers.holdings.js';
import { PIPELINE } from '@app/pipeline/pipeline.holdings.js';
import { PLACEMENTS } from '@app/placements/placements.holdings.js';
import { PLATFORM } from '@app/platform/persons/platform.holdings.js';
import type { HoldsPersons } from '@app/platform/persons/holdings.js';
import { POLICIES } from '@app/policies/policies.holdings.js';
import { NOTIFICATIONS } from '@app/notifications/notifications.holdings.js';
import { REMINDERS } from '@app/reminders/reminders.holdings.js';
import { ROLE_TEMPLATES } from '@app/role-templates/role-templates.holdings.js';
import { SEARCHES } from '@app/searches/searches.holdings.js';
import { SIGN_UP } from '@app/sign-up/sign-up.holdings.js';
import { STAGE_EDITS } from '@app/stage-edits/stage-edits.holdings.js';
import { STAGES } from '@app/stages/stages.holdings.js';
import { STALLS } from '@app/stalls/stalls.holdings.js';
import { TASKS } from '@app/tasks/tasks.holdings.js';
import { VIEWS } from '@app/views/views.holdings.js';
import { TOMBSTONES } from '@app/tombstones/tombstones.holdings.js';

const COMPLIANCE: HoldsPersons = {
  room: 'compliance',
  holdings: [{ table: 'erasure', columns: { person_kind: 'kept', reason: 'kept', counts: 'kept' } }],
};

/** Every room that holds anything. A new room is an entry here. */
export const ROOMS: readonly HoldsPersons[] = [
  CANDIDATES,
  CLIENTS,
  SEARCHES,
  ROLE_TEMPLATES,
  STAGES,
  STAGE_EDITS,
  PIPELINE,
  INTERVIEWS,
  OFFERS,
  PLACEMENTS,
  ACTIVITIES,
  TASKS,
  STALLS,
  FLAGS,
  NOTIFICATIONS,
  REMINDERS,
  DELIVERIES,
  MAIL_LOG,
  IMPORTS,
  CALENDARS,
  POLICIES,
  IDENTITY,
  SIGN_UP,
  AUDIT,
  TOMBSTONES,
  VIEWS,
  COMPLIANCE,
  PLATFORM,
];
