import { BY_REF, type Merge } from './bulk.merge.js';

export async function mergeClients(merge: Merge): Promise<void> {
  await merge.resolve();
  await merge.refuseDuplicates('client_ref', ['client_ref'], `'client_ref ' || s.client_ref`);
  // good are those without a parent, with one the firm knows already, and, again and again, the children of good ones
  await merge.query(
    `create temp table rooted as
     with recursive good (client_ref) as (
       select s.client_ref from staging s
       where s.parent_ref is null
          or (not exists (select 1 from staging p where p.client_ref = s.parent_ref)
              and exists (select 1 from client c where c.firm_id = :firm and c.ref = s.parent_ref))
       union
       select s.client_ref from good join staging s on s.parent_ref = good.client_ref
     ) select client_ref from good`,
  );
  await merge.refuse({
    column: 'parent_ref',
    where: `s.client_ref not in (select client_ref from rooted)
            and not exists (select 1 from staging p where p.client_ref = s.parent_ref)`,
    sentence: merge.refusedAt(
      'clients.csv',
      's.parent_ref',
      `'parent_ref ' || s.parent_ref`,
      `'there is no client with client_ref ' || s.parent_ref`,
    ),
  });
  await merge.refuse({
    column: 'parent_ref',
    where: 's.client_ref not in (select client_ref from rooted)',
    sentence: merge.refusedAt(
      'clients.csv',
      's.parent_ref',
      `'parent_ref ' || s.parent_ref`,
      `'parent_ref ' || s.parent_ref || ' depends on a client that was refused, or leads back to this one'`,
    ),
  });
  await merge.upsert(
    'client',
    ['ref'],
    [
      ['ref', 's.client_ref', 'client_ref'],
      ['name', 's.name', 'name'],
      ['domain', 's.domain', 'domain'],
      ['country', 's.country', 'country'],
      ['industry', 's.industry', 'industry'],
    ],
  );
  if (!merge.has('parent_ref')) return;
  await merge.audited(
    'client',
    `select c.id, array['parent_ref'] as fields
     from staging s join client c on c.firm_id = :firm and c.ref = s.client_ref and c.id <> s.id
     left join client p on p.firm_id = :firm and p.ref = s.parent_ref
     where c.parent_id is distinct from p.id`,
  );
  await merge.query(
    `update client c set parent_id = p.id
     from staging s left join client p on p.firm_id = :firm and p.ref = s.parent_ref
     where c.firm_id = :firm and c.ref = s.client_ref and c.parent_id is distinct from p.id`,
  );
}

export async function mergeContacts(merge: Merge): Promise<void> {
  await merge.resolve('cl.id as client_id', BY_REF.client);
  await merge.refuseDuplicates('contact_ref', ['contact_ref'], `'contact_ref ' || s.contact_ref`);
  await merge.refuseMissing('client_ref', 'client_id', 'clients.csv');
  await merge.upsert(
    'contact',
    ['ref'],
    [
      ['ref', 's.contact_ref', 'contact_ref'],
      ['client_id', 's.client_id', 'client_ref'],
      ['name', 's.name', 'name'],
      ['email', 's.email', 'email'],
      ['role', `coalesce(s.role, 'other')`, 'role'],
    ],
  );
  await tellPossibleDuplicates(merge, 'contact');
}

const FIRST_ZONE = `coalesce((select time_zone from office where firm_id = :firm order by id limit 1), 'UTC')`;

export async function mergeCandidates(merge: Merge): Promise<void> {
  await merge.resolve();
  await merge.refuseDuplicates('candidate_ref', ['candidate_ref'], `'candidate_ref ' || s.candidate_ref`);
  const same = ['name', 'email', 'phone', 'profile_url', 'city', 'country', 'title', 'employer', 'layer', 'source'];
  await merge.upsert(
    'candidate',
    ['ref'],
    [
      ['ref', 's.candidate_ref', 'candidate_ref'],
      ...same.map((column) => [column, `s.${column}`, column] as const),
      ['signals', `coalesce(s.signals, '{}')`, 'signals'],
      // the day that a moment is at the firm's first office, whose midnight a date alone was put at
      ['in_market_since', `(s.in_market_since at time zone ${FIRST_ZONE})::date`, 'in_market_since'],
    ],
  );
  await tellPossibleDuplicates(merge, 'candidate');
}

/** By what a person is told from another, as the form asks about it: SQL for a record, or a row of the file. */
const REACHES = [
  ['email', 'lower(%.email)'],
  ['phone', 'phone_key(%.phone)'],
  ['profile_url', 'profile_key(%.profile_url)'],
] as const;

/** Rows that came in under a reference of their own although somebody else has their address, number or link. */
async function tellPossibleDuplicates(merge: Merge, kind: 'candidate' | 'contact'): Promise<void> {
  const given = REACHES.filter(([column]) => merge.has(column));
  if (given.length === 0) return;
  const found = given.map(([column, key]) => {
    const [theirs, own] = ['c', 's'].map((alias) => key.replaceAll('%', alias));
    // a key is found once for each row; one other is enough: thousands may have the number of their office
    return `select s.row_number, '${column}' as same, other.*
            from (select s.row_number, s.${kind}_ref, ${own} as own from staging s offset 0) s
            cross join lateral (
              select c.id, c.name, c.ref from ${kind} c
              where c.firm_id = :firm and c.erased_at is null and ${theirs} = s.own
                and c.ref is distinct from s.${kind}_ref
              limit 1) other
            where s.own is not null`;
  });
  const rows = await merge.query<{ row_number: string; same: string[]; name: string; ref: string | null }>(
    `select distinct on (row_number) row_number, array_agg(same order by same) as same, name, ref
     from (${found.join(' union all ')}) one
     group by row_number, id, name, ref
     order by row_number, count(*) desc, name, id`,
  );
  // kept all the same: whether it is one person is for people to say
  merge.tell(
    'may be about somebody who already has another record',
    rows,
    ({ same, name, ref }) => `the same ${same.join(', ')} as ${ref ?? name}`,
  );
}
