import { INVITATION_ASKED } from '@app/invitations/invitations.events.js';
import type { Merge } from './bulk.merge.js';

export async function mergeOffices(merge: Merge): Promise<void> {
  await merge.resolve();
  await merge.refuseDuplicates('office', ['office'], `'office ' || s.office`);
  // deadlines counted by the old calendar say so by its version
  await merge.query(
    `update office o set calendar_version = o.calendar_version + 1
     from staging s
     where o.firm_id = :firm and o.key = s.office
       and (o.time_zone <> s.time_zone or o.working_days <> coalesce(s.working_days, o.working_days)
         or o.region is distinct from coalesce(s.region, o.region))`,
  );
  await merge.refuse({
    column: 'time_zone',
    where: 'not exists (select 1 from pg_timezone_names z where z.name = s.time_zone)',
    sentence: `'time_zone "' || s.time_zone || '" is not a time zone that this database knows'`,
  });
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

/**
 * New people are invited: a login is theirs once they follow the link in their mail. Nobody gets a role that the
 * importing person could not give by hand, and nobody who is here already gets another one.
 */
export async function mergeUsers(merge: Merge): Promise<void> {
  await merge.resolve();
  await merge.refuseDuplicates('email', ['email'], `'email ' || s.email`);
  const rows = await merge.query<{ row_number: string; columns: string[] }>(
    `select s.row_number, '{role}'::text[] as columns
     from staging s join firm_user u on u.firm_id = :firm and u.email = s.email and u.role <> s.role order by 1`,
  );
  await merge.passedOver('would change the role of somebody who is already here. That is done on the screen.', rows);
  const importer = await importingPerson(merge);
  await merge.query(
    `create temp table newcomer as select s.id, s.role from staging s
     where not exists (select 1 from firm_user u where u.firm_id = :firm and u.email = s.email)`,
  );
  if (importer && importer.role !== 'admin') {
    await merge.refuse({
      column: 'role',
      where: `s.role = 'admin' and s.id in (select id from newcomer)`,
      sentence: `'role admin: only an admin can make somebody an admin; give ' || s.email || ' another role here'`,
    });
  }
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
  const newcomers = await merge.query<{ id: string; role: string }>(
    'select n.id, n.role from newcomer n join firm_user u on u.firm_id = :firm and u.id = n.id order by n.id',
  );
  await merge.query('drop table newcomer');
  await welcome(merge, newcomers, importer?.id ?? null);
}

/** Who imports; null for the command line. */
async function importingPerson(merge: Merge): Promise<{ id: string; role: string } | null> {
  const [person] = await merge.query<{ id: string | null; role: string | null }>(
    `select x.id, u.role from (select ${merge.importer} as id) x
     left join firm_user u on u.firm_id = :firm and u.id = x.id and u.deactivated_at is null`,
  );
  return person?.id ? { id: person.id, role: person.role ?? 'nobody' } : null;
}

/** Each has an entry of their own in the audit. What comes in by the command line is invited from there, one by one. */
async function welcome(
  merge: Merge,
  people: readonly { id: string; role: string }[],
  by: string | null,
): Promise<void> {
  const action = by ? 'users.user_invited' : 'users.user_added';
  await merge.insertRows(
    'audit_entry',
    ['actor_id', 'action', 'subject_type', 'subject_id', 'detail'],
    ['uuid', 'text', 'text', 'uuid', 'jsonb'],
    people.map(({ id, role }) => ({
      ...{ actor_id: by, action, subject_type: 'user', subject_id: id },
      detail: JSON.stringify({ role, by: 'import' }),
    })),
  );
  if (!by) return;
  const [{ asked_at } = { asked_at: null }] = await merge.query<{ asked_at: Date }>('select now() as asked_at');
  await merge.insertRows(
    'invitation',
    ['user_id', 'invited_by', 'asked_at'],
    ['uuid', 'uuid', 'timestamptz'],
    people.map(({ id }) => ({ user_id: id, invited_by: by, asked_at })),
  );
  await merge.insertRows(
    'outbox',
    ['fact', 'subject_id'],
    ['text', 'uuid'],
    people.map(({ id }) => ({ fact: INVITATION_ASKED, subject_id: id })),
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
