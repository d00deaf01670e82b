import { view } from '@app/platform/migrate/definitions.sql.js';

/**
 * The last day on which somebody found elsewhere has to be told: one month after we obtained their data, Article 14(3)(a)
 * GDPR. A month ends on the day of the same number or, where there is none, on its last day, Regulation (EEC) 1182/71
 * Article 3(2)(c). Counted at the offices of the firm; where that is two dates, by the earlier. `c`: a row of `candidate`.
 */
export const article14LastDay = (c: string): string => `(
  select (min((${c}.created_at at time zone x.time_zone)::date) + interval '1 month')::date
  from office x where x.firm_id = ${c}.firm_id)`;

export const CANDIDATES_SQL = [
  // People of a running search whom nobody has told where their data comes from, by the day the month is over.
  view(
    'article14_day',
    `
      select c.firm_id, c.search_id, o.time_zone, p.id as candidate_id, p.created_at,
             ${article14LastDay('p')} as last_day
      from candidacy c
      join search s on s.firm_id = c.firm_id and s.id = c.search_id and s.status in ('open', 'offer', 'on_hold')
      join office o on o.firm_id = s.firm_id and o.id = s.office_id
      join candidate p on p.firm_id = c.firm_id and p.id = c.candidate_id and p.article14_state = 'due'
      where c.outcome is null
    `,
  ),
];
