import { LONGEST_TARGET_DAYS } from '@app/searches/searches.rules.js';
import { BY_REF, type Merge, moment } from './bulk.merge.js';

export async function mergeSearches(merge: Merge): Promise<void> {
  await merge.resolve('cl.id as client_id, se.id as known_id', `${BY_REF.client} ${BY_REF.search}`);
  await merge.refuseDuplicates('search_ref', ['search_ref'], `'search_ref ' || s.search_ref`);
  await merge.refuseMissing('client_ref', 'client_id', 'clients.csv');
  await merge.refuse({
    column: 'closed_at',
    where: 's.closed_at < s.opened_at',
    sentence: `'closed_at is before opened_at'`,
  });
  await merge.refuse({
    column: 'lead_email',
    using: 'firm_user u',
    where: `u.firm_id = :firm and u.id = s.lead_user_id and u.deactivated_at is not null
            and s.known_id is null and s.closed_at is null`,
    sentence: `'lead_email ' || u.email || ' has left the firm; a running search needs a lead who still works here'`,
  });
  await refuseTargets(merge);
  await refuseEpisodesAfterReopening(merge);
  if (!merge.has('closed_at')) {
    await merge.refuse({
      column: 'opened_at',
      using: 'search_episode e',
      where: 'e.firm_id = :firm and e.search_id = s.known_id and e.closed_at < s.opened_at',
      sentence: `'opened_at is after the closing of search_ref ' || s.search_ref`,
    });
  }
  const same = ['client_id', 'title', 'role_key', 'office_id', 'lead_user_id', 'target_date', 'region', 'opened_at'];
  const source: Record<string, string> = { client_id: 'client_ref', office_id: 'office', lead_user_id: 'lead_email' };
  await tellKept(merge);
  await merge.upsert(
    'search',
    'known_id',
    [
      ['ref', 's.search_ref', 'search_ref'],
      ['imported', 'true', ''],
      ...same.map((column) => [column, `s.${column}`, source[column] ?? column] as const),
      ['engagement', `coalesce(s.engagement, 'retained')`, 'engagement'],
      ['confidential', 'coalesce(s.confidential, false)', 'confidential'],
      // how it stands now follows from its episodes, holds and offers once they are all there
      [
        'status',
        `case when s.closed_at is null then 'open' when s.close_reason = 'placed' then 'placed' else 'closed' end`,
        '',
      ],
      ['closed_at', 's.closed_at', ''],
      ['close_reason', 's.close_reason', ''],
      ['episode_id', 's.episode_id', ''],
      ['episode_opened_at', 's.opened_at', ''],
      ['last_progress_at', 's.opened_at', ''],
      ['progress_key', 's.episode_id', ''],
    ],
    ['ref', 'lead_user_id', 'confidential'],
  );
  await mergeFirstEpisodes(merge);
  await mergeTeams(merge);
}

async function refuseTargets(merge: Merge): Promise<void> {
  const opened = `(s.opened_at at time zone o.time_zone)::date`;
  const at = { column: 'target_date', using: 'office o' };
  const where = (no: string) => `o.firm_id = :firm and o.id = s.office_id and ${no}`;
  await merge.refuse({
    ...at,
    where: where(`s.target_date < ${opened}`),
    sentence: `'target_date is before opened_at'`,
  });
  await merge.refuse({
    ...at,
    where: where(`s.target_date > ${opened} + ${LONGEST_TARGET_DAYS}`),
    sentence: `'target_date is more than five years after opened_at'`,
  });
}

/** Who works on a search and who may see it is changed on the search itself, by who may; an import leaves it alone. */
async function tellKept(merge: Merge): Promise<void> {
  const differs: [column: string, where: string][] = [
    ['lead_email', 'se.lead_user_id <> s.lead_user_id'],
    ['confidential', 'se.confidential <> coalesce(s.confidential, false)'],
    [
      'team_emails',
      `exists (
         (select m.user_id from search_member m where m.firm_id = :firm and m.search_id = se.id
          except select unnest(s.team_user_ids) except select se.lead_user_id)
         union all
         (select unnest(s.team_user_ids) except select se.lead_user_id
          except select m.user_id from search_member m where m.firm_id = :firm and m.search_id = se.id))`,
    ],
  ];
  const given = differs.filter(([column]) => merge.has(column));
  const columns = given.map(([column, where]) => `case when ${where} then '${column}' end`).join(', ');
  const rows = await merge.query<{ row_number: string; columns: string[] }>(
    `select * from (
       select s.row_number, array_remove(array[${columns}], null) as columns
       from staging s join search se on se.firm_id = :firm and se.id = s.known_id
     ) x where columns <> '{}' order by row_number`,
  );
  await merge.passedOver(
    'would change the lead, team or confidentiality of a search that is already here. That is done on the search itself.',
    rows,
  );
}

async function refuseEpisodesAfterReopening(merge: Merge): Promise<void> {
  const endsLater = merge.has('closed_at') ? `or later.reopened_at < coalesce(s.closed_at, 'infinity')` : '';
  await merge.refuse({
    column: 'closed_at',
    using: `(
              select e.search_id, min(e.opened_at) as reopened_at from search_episode e
              where e.firm_id = :firm
                and e.opened_at > (select min(f.opened_at) from search_episode f where f.firm_id = :firm and f.search_id = e.search_id)
              group by e.search_id
            ) later`,
    where: `later.search_id = s.known_id and (later.reopened_at <= s.opened_at ${endsLater})`,
    sentence: `'search_ref ' || s.search_ref || ' was reopened at ' || ${moment('later.reopened_at')} || '; opened_at and closed_at belong to its first episode, which must end before that'`,
  });
}

async function mergeFirstEpisodes(merge: Merge): Promise<void> {
  await merge.query(
    `insert into search_episode (firm_id, id, search_id, opened_at, closed_at, close_reason)
     select :firm, s.episode_id, s.id, s.opened_at, s.closed_at, s.close_reason
     from staging s where s.known_id is null`,
  );
  await merge.query('analyze search_episode');
  const closing = merge.has('closed_at') ? ', closed_at = s.closed_at, close_reason = s.close_reason' : '';
  const first = `staging s
     join (select distinct on (f.search_id) f.search_id, f.id from search_episode f
           where f.firm_id = :firm order by f.search_id, f.opened_at) first on first.search_id = s.known_id`;
  const changed = `(e.opened_at, e.closed_at, e.close_reason) is distinct from (s.opened_at, s.closed_at, s.close_reason)`;
  await merge.audited(
    'search',
    `select e.search_id as id, array['closed_at'] as fields from ${first}
     join search_episode e on e.firm_id = :firm and e.id = first.id
     where ${merge.has('closed_at')} and (e.closed_at, e.close_reason) is distinct from (s.closed_at, s.close_reason)`,
  );
  await merge.query(
    `update search_episode e set opened_at = s.opened_at ${closing}
     from ${first} where e.firm_id = :firm and e.id = first.id and ${changed}`,
  );
}

/** New searches get the team the file says; who brings in a confidential one is on its team, as who opens one is. */
async function mergeTeams(merge: Merge): Promise<void> {
  const others = merge.has('team_emails')
    ? `select s.id as search_id, unnest(s.team_user_ids) as user_id from staging s where s.known_id is null union`
    : '';
  const members = await merge.query<{ search_id: string; user_id: string }>(
    `${others} select s.id as search_id, ${merge.importer} as user_id from staging s
     where s.known_id is null and s.confidential and ${merge.importer} is not null and s.lead_user_id <> ${merge.importer}`,
  );
  await merge.insertRows('search_member', ['search_id', 'user_id'], ['uuid', 'uuid'], members);
}

export async function mergeHolds(merge: Merge): Promise<void> {
  await merge.resolve('se.id as search_id', BY_REF.search);
  await merge.refuseMissing('search_ref', 'search_id', 'searches.csv');
  await merge.refuse({
    column: 'ended_at',
    where: 's.ended_at < s.started_at',
    sentence: `'ended_at is before started_at'`,
  });
  await merge.refuseDuplicates('started_at', ['search_id', 'started_at'], `'a hold that starts at the same moment'`);
  const overlaps = (other: string) =>
    `tstzrange(s.started_at, s.ended_at) && tstzrange(${other}.started_at, ${other}.ended_at)`;
  await refuseOverlapsInFile(merge, overlaps('t'));
  // a refused row leaves the hold that it would have changed as it was, which may then overlap another row
  const overlapsKnown = {
    column: 'started_at',
    using: 'search_hold h',
    where: `h.firm_id = :firm and h.search_id = s.search_id and h.started_at <> s.started_at and ${overlaps('h')}
            and not exists (select 1 from staging t where t.search_id = h.search_id and t.started_at = h.started_at)`,
    sentence: `'the hold overlaps another hold of search_ref ' || s.search_ref || ', which started at ' || ${moment('h.started_at')}`,
  };
  while ((await merge.refuse(overlapsKnown)) > 0);
  await merge.audited(
    'search',
    `select distinct h.search_id as id, array['holds'] as fields
     from staging s join search_hold h on h.firm_id = :firm and h.search_id = s.search_id and h.started_at = s.started_at
     where (h.ended_at, h.reason) is distinct from (s.ended_at, s.reason)`,
  );
  await merge.query(
    `insert into search_hold as h (firm_id, id, search_id, started_at, ended_at, reason)
     select :firm, s.id, s.search_id, s.started_at, s.ended_at, s.reason from staging s
     order by s.search_id, s.started_at
     on conflict (firm_id, search_id, started_at) do update set ended_at = excluded.ended_at, reason = excluded.reason
     where (h.ended_at, h.reason) is distinct from (excluded.ended_at, excluded.reason)`,
  );
}

/** Row by row from the top, so that a hold is measured only against holds that are kept. */
async function refuseOverlapsInFile(merge: Merge, overlaps: string): Promise<void> {
  const suspects = await merge.query<{ row_number: string }>(
    `select s.row_number from staging s
     where exists (select 1 from staging t where t.search_id = s.search_id and t.row_number < s.row_number and ${overlaps})
     order by s.row_number`,
  );
  for (const { row_number: row } of suspects) {
    await merge.refuse({
      column: 'started_at',
      using: `(select s.row_number, min(t.row_number) as other from staging s join staging t
                 on t.search_id = s.search_id and t.row_number < s.row_number and ${overlaps}
               where s.row_number = ${Number(row)} group by s.row_number) clash`,
      where: 's.row_number = clash.row_number',
      sentence: `'the hold overlaps the one in row ' || clash.other`,
    });
  }
}

/** Each reopening is an episode of its own. */
export async function mergeReopenings(merge: Merge): Promise<void> {
  await merge.resolve('se.id as search_id', BY_REF.search);
  await merge.refuseMissing('search_ref', 'search_id', 'searches.csv');
  await reopenAfterClosingOfTheDay(merge);
  await merge.refuse({
    column: 'closed_at',
    where: 's.closed_at < s.reopened_at',
    sentence: `'closed_at is before reopened_at'`,
  });
  await merge.refuseDuplicates('reopened_at', ['search_id', 'reopened_at'], `'a reopening at the same moment'`);
  await merge.refuse({
    column: 'reopened_at',
    using: `(
      select x.row_number, lag(x.closed_at) over w as previous_end, lag(x.opened_at) over w as previous
      from (
        select search_id, reopened_at as opened_at, closed_at, row_number from staging
        union all
        select e.search_id, e.opened_at, e.closed_at, null from search_episode e
        where e.firm_id = :firm
          and not exists (select 1 from staging t where t.search_id = e.search_id and t.reopened_at = e.opened_at)
      ) x window w as (partition by x.search_id order by x.opened_at)
    ) story`,
    where: `story.row_number = s.row_number
            and (story.previous is null or story.previous_end is null or story.previous_end > s.reopened_at)`,
    sentence: `'search_ref ' || s.search_ref || case when story.previous is null then ' was not open before it was reopened'
               else ' was not closed when it was reopened: it has been open since ' || ${moment('story.previous')} end`,
  });
  await merge.audited(
    'search',
    `select distinct e.search_id as id, array['reopenings'] as fields
     from staging s join search_episode e on e.firm_id = :firm and e.search_id = s.search_id and e.opened_at = s.reopened_at
     where (e.closed_at, e.close_reason) is distinct from (s.closed_at, s.close_reason)`,
  );
  await merge.query(
    `insert into search_episode as e (firm_id, id, search_id, opened_at, closed_at, close_reason)
     select :firm, s.id, s.search_id, s.reopened_at, s.closed_at, s.close_reason from staging s
     on conflict (firm_id, search_id, opened_at) do update set closed_at = excluded.closed_at, close_reason = excluded.close_reason
     where (e.closed_at, e.close_reason) is distinct from (excluded.closed_at, excluded.close_reason)`,
  );
}

/** Closed and reopened on one date: what has no time comes after what it follows. */
async function reopenAfterClosingOfTheDay(merge: Merge): Promise<void> {
  await merge.query(
    `update staging s set reopened_at = x.closed_at
     from (
       select s.row_number, max(c.closed_at) as closed_at
       from staging s
       join (select e.search_id, e.opened_at, e.closed_at from search_episode e where e.firm_id = :firm
             union all select t.search_id, t.reopened_at, t.closed_at from staging t) c
         on c.search_id = s.search_id and c.opened_at < s.reopened_at
            and c.closed_at >= s.reopened_at and c.closed_at < s.reopened_at_over
       group by s.row_number
     ) x where x.row_number = s.row_number`,
  );
}
