import { view } from '@app/platform/migrate/definitions.sql.js';
import { limitOf, POLICY_LAYERS } from './layers.sql.js';

export const LIMITS_SQL = [
  // On which day the market window of a candidacy closes, by the limits that hold for its search.
  view(
    'window_end',
    `
      select c.firm_id, c.id as candidacy_id, c.search_id, c.candidate_id, c.window_key, c.window_opened_at, o.time_zone,
             (c.window_opened_at at time zone o.time_zone)::date + ${limitOf('windowCloseDay')}::int as closes_on
      from candidacy c
      join search s on s.firm_id = c.firm_id and s.id = c.search_id and s.status in ('open', 'offer', 'on_hold')
      join office o on o.firm_id = s.firm_id and o.id = s.office_id
      ${POLICY_LAYERS}
      where c.outcome is null and c.offer_extended_at is null and c.window_opened_at is not null
    `,
  ),
];
