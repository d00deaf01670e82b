import { view } from '@app/platform/migrate/definitions.sql.js';

/** Of a flag `h`; null when it is awake. */
export const SNOOZED_UNTIL = `case when h.snoozed_until > now() then h.snoozed_until end`;

/** Who gave a flag `h` to whom it is with, when, and why; null where nobody did, or they took it themselves. */
export const HANDED_ON = `(
  select jsonb_build_object('at', x.at, 'reason', x.reason,
           'by', case when x.by_id is not null then jsonb_build_object('id', x.by_id, 'name', x.by_name) end)
  from flag_handed_on x where x.firm_id = h.firm_id and x.flag_id = h.id order by x.at desc limit 1)`;

export const FLAGS_SQL = [
  // Who hears of a flag first: whom it was handed to, else the lead, or who is on duty for them. Who hears of it when nobody
  // acts is `search_partner`; when, the kind of reminder says (reminders).
  view(
    'flag_owner',
    `
      select f.firm_id, f.id as flag_id, f.search_id, d.duty_user_id as user_id
      from stall_flag f
      join search s on s.firm_id = f.firm_id and s.id = f.search_id
      join duty_now d on d.firm_id = f.firm_id and d.user_id = coalesce(f.assigned_to, s.lead_user_id)
    `,
  ),
  // Who gave a flag to whom it is with; several times, where it came back to them.
  view(
    'flag_handed_on',
    `
      select a.firm_id, a.flag_id, a.at, u.id as by_id, u.name as by_name, a.detail ->> 'reason' as reason
      from flag_action a
      join stall_flag f on f.firm_id = a.firm_id and f.id = a.flag_id
      left join firm_user u on u.firm_id = a.firm_id and u.id = a.by_user_id
      where a.action = 'assigned' and a.detail ->> 'userId' = f.assigned_to::text
        and a.by_user_id is distinct from f.assigned_to
    `,
  ),
];
