import { func } from '@app/platform/migrate/definitions.sql.js';

export const ACTIVITIES_SQL = [
  // Two-way conversations, or an agreement on when there will be one. A mail or a note may have met with silence. Not strict,
  // so that it is inlined.
  func(
    'is_progress_activity',
    `(kind text) returns boolean language sql immutable parallel safe
      as $$ select kind in ('call', 'meeting', 'interview', 'interview_set', 'client_feedback') $$`,
  ),
  // Of these, those with the candidate themselves.
  func(
    'is_talk_with_candidate',
    `(kind text) returns boolean language sql immutable parallel safe
      as $$ select kind in ('call', 'meeting', 'interview', 'interview_set') $$`,
  ),
];
