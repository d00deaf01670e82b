import { ABSENCES_SQL } from '@app/absences/absences.sql.js';
import { ACTIVITIES_SQL } from '@app/activities/activities.sql.js';
import { CANDIDATES_SQL } from '@app/candidates/candidates.sql.js';
import { CLOCKS_SQL } from '@app/clocks/clocks.sql.js';
import { COMPLIANCE_SQL } from '@app/compliance/compliance.sql.js';
import { FLAGS_SQL } from '@app/flags/flags.sql.js';
import { IDENTITY_SQL } from '@app/identity/identity.sql.js';
import { INTERVIEWS_SQL } from '@app/interviews/interviews.sql.js';
import { LIMITS_SQL } from '@app/limits/limits.sql.js';
import { OFFERS_SQL } from '@app/offers/offers.sql.js';
import { PIPELINE_SQL } from '@app/pipeline/pipeline.sql.js';
import type { Definition } from '@app/platform/migrate/definitions.sql.js';
import { PLATFORM_SQL } from '@app/platform/migrate/ids.sql.js';
import { REMINDERS_SQL } from '@app/reminders/reminders.sql.js';
import { ROLE_TEMPLATES_SQL } from '@app/role-templates/role-templates.sql.js';
import { SEARCHES_SQL } from '@app/searches/searches.sql.js';
import { STALLS_SQL } from '@app/stalls/stalls.sql.js';
import { TIMELINE_SQL } from '@app/timeline/timeline.sql.js';
import { TOMBSTONES_SQL } from '@app/tombstones/tombstones.sql.js';

/** All views and functions of the rooms, each after those it asks: what `migrate` keeps the database at. */
export const DEFINITIONS: readonly Definition[] = [
  ...PLATFORM_SQL,
  ...IDENTITY_SQL,
  ...ACTIVITIES_SQL,
  ...TOMBSTONES_SQL,
  ...COMPLIANCE_SQL,
  ...ABSENCES_SQL,
  ...LIMITS_SQL,
  ...CANDIDATES_SQL,
  ...ROLE_TEMPLATES_SQL,
  ...SEARCHES_SQL,
  ...PIPELINE_SQL,
  ...OFFERS_SQL,
  ...INTERVIEWS_SQL,
  ...TIMELINE_SQL,
  ...STALLS_SQL,
  ...CLOCKS_SQL,
  ...FLAGS_SQL,
  ...REMINDERS_SQL,
];
