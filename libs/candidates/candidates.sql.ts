import { view } from '@app/platform/database/definitions.sql.js';

export const CANDIDATES_SQL = [
  // People of a running search whom nobody has told where their data comes from, by the day the month is over.
  view(
    'article14_day',
    `
      select c.firm_id, c.search_id, o.time_zone, p.id as candidate_id, p.created_at,
             ((p.created_at at time zone o.time_zone)::date + interval '1 month')::date as last_day
      from candidacy c
      join search s on s.firm_id = c.firm_id and s.id = c.search_id and s.status in ('open', 'offer', 'on_hold')
      join office o on o.firm_id = s.firm_id and o.id = s.office_id
      join candidate p on p.firm_id = c.firm_id and p.id = c.candidate_id and p.article14_state = 'due'
      where c.outcome is null
    `,
  ),
];
