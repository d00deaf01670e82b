import type { Merge } from './merge.js';

export async function mergeOffices(merge: Merge): Promise<void> {
  await merge.resolve();
  await merge.refuseDuplicates('office', ['office'], `'office ' || s.office`);
  // deadlines counted by the old calendar say so by its version
  await merge.query(
    `update office o set calendar_version = o.calendar_version + 1
     from staging s
     where o.firm_id = :firm and o.key = s.office
       and (o.time_zone <> s.time_zone or o.working_days <> coalesce(s.working_days, o.working_days))`,
  );
  await merge.upsert(
    'office',
    ['key'],
    [
      ['key', 's.office', 'office'],
      ['country', 's.country', 'country'],
      ['region', 's.region', 'region'],
      ['time_zone', 's.time_zone', 'time_zone'],
      ['working_days', `coalesce(s.working_days, '{1,2,3,4,5}')`, 'working_days'],
    ],
  );
}

export async function mergeHolidays(merge: Merge): Promise<void> {
  await merge.resolve();
  await merge.refuseDuplicates('date', ['office_id', 'date'], `'the holiday of ' || s.date`);
  await merge.query(
    `with changed as (
       insert into holiday as h (firm_id, id, office_id, date, name)
       select :firm, s.id, s.office_id, s.date, s.name from staging s
       on conflict (firm_id, office_id, date) do update set name = excluded.name where h.name is distinct from excluded.name
       returning office_id)
     update office o set calendar_version = o.calendar_version + 1
     where o.firm_id = :firm and o.id in (select office_id from changed)`,
  );
}

/** Users sign in with a login of their own; they choose a password through "forgot password". */
export async function mergeUsers(merge: Merge): Promise<void> {
  await merge.resolve();
  await merge.refuseDuplicates('email', ['email'], `'email ' || s.email`);
  const rows = await merge.query<{ row_number: string; columns: string[] }>(
    `select s.row_number, '{role}'::text[] as columns
     from staging s join firm_user u on u.firm_id = :firm and u.email = s.email and u.role <> s.role order by 1`,
  );
  await merge.passedOver('would give somebody who is here already another role. That is done on the screen.', rows);
  await merge.upsert(
    'firm_user',
    ['email'],
    [
      ['email', 's.email', 'email'],
      ['name', 's.name', 'name'],
      ['role', 's.role', 'role'],
      ['office_id', 's.office_id', 'office'],
    ],
    ['role'],
  );
  await merge.query(
    `insert into auth."user" ("id", "name", "email", "emailVerified")
     select s.id::text, s.name, s.email, false from staging s on conflict ("email") do nothing`,
  );
  // one address is one login, whatever firm it was first used in; the first firm keeps it
  await merge.query(
    `update firm_user u set auth_user_id = a."id"
     from staging s join auth."user" a on a."email" = s.email
     where u.firm_id = :firm and u.email = s.email and u.auth_user_id is null
       and not exists (select 1 from firm_user other where other.auth_user_id = a."id")`,
  );
}

export async function mergeStages(merge: Merge): Promise<void> {
  await merge.resolve();
  await merge.refuseDuplicates('stage', ['stage'], `'stage ' || s.stage`);
  await merge.upsert(
    'stage',
    ['key'],
    [
      ['key', 's.stage', 'stage'],
      ['label', 's.label', 'label'],
      ['kind', 's.kind', 'kind'],
      ['position', 's.position', 'position'],
      ['budget_working_days', 's.budget_working_days', 'budget_working_days'],
    ],
  );
}
