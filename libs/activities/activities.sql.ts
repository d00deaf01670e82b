import { func } from '@app/platform/migrate/definitions.sql.js';

/** Colleagues who are named in an activity, by name, as JSON. */
export const mentionsOf = (firm: string, activity: string): string =>
  `coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name, u.id)
     from mention m join firm_user u on u.firm_id = m.firm_id and u.id = m.user_id
     where m.firm_id = ${firm} and m.activity_id = ${activity}), '[]')`;

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
