import { func, view } from '@app/platform/migrate/definitions.sql.js';

export const ABSENCES_SQL = [
  // Who takes what is meant for a person at a moment: themselves, or while they are away their deputy, or the deputy's
  // deputy. When everybody in the chain is away it stays with the last.
  func(
    'on_duty',
    `(p_firm uuid, p_user uuid, p_at timestamptz) returns uuid
        language sql stable parallel safe as $fn$
        with recursive chain as (
          select p_user as user_id, 0 as step
          union all
          select a.deputy_user_id, c.step + 1
          from chain c
          join firm_user u on u.firm_id = p_firm and u.id = c.user_id
          join office o on o.firm_id = u.firm_id and o.id = u.office_id
          join absence a on a.firm_id = p_firm and a.user_id = c.user_id
            and (p_at at time zone o.time_zone)::date between a.first_day and a.last_day
          where c.step < 5
        )
        select user_id from chain order by step desc limit 1
      $fn$`,
  ),
  // The same of everybody who has not left, now; asked only of those who are away these days.
  view(
    'duty_now',
    `
      select u.firm_id, u.id as user_id,
             case when exists (select 1 from absence a where a.firm_id = u.firm_id and a.user_id = u.id
                               and a.first_day <= current_date + 2 and a.last_day >= current_date - 2)
                  then on_duty(u.firm_id, u.id, now()) else u.id end as duty_user_id
      from firm_user u
      where u.deactivated_at is null
    `,
  ),
];
