import { holidayRegions, publicHolidays } from '@app/platform/holidays/public-holidays.js';
import type { Merge } from './bulk.merge.js';

/**
 * Offices without any holiday get the public holidays of their country and region as a proposal, for the years the
 * firm's searches run through and the next one.
 */
export async function proposeHolidays(merge: Merge, notice: (sentence: string) => void): Promise<void> {
  const offices = await merge.query<{ id: string; country: string; region: string | null }>(
    `select o.id, o.country, o.region from office o
     where o.firm_id = :firm and not exists (select 1 from holiday h where h.firm_id = :firm and h.office_id = o.id)`,
  );
  if (offices.length === 0) return;
  const years = await merge.query<{ year: number }>(
    `select generate_series(extract(year from coalesce(min(opened_at), now()))::int, extract(year from now())::int + 1) as year
     from known_search`,
  );
  for (const country of new Set(offices.flatMap(({ country, region }) => (region ? [] : country)))) {
    const { items, assumed } = await holidayRegions(country);
    if (items.length === 0) continue;
    const which = assumed
      ? `the public holidays of ${assumed.code}`
      : `only the public holidays that all of ${country} shares`;
    notice(`An office in ${country} without a region has ${which}; name its region in offices.csv, or correct them.`);
  }
  for (const { id, country, region } of offices) {
    const holidays = await publicHolidays(
      country,
      years.map(({ year }) => year),
      region,
    );
    const rows = holidays.map(({ date, name }) => ({ office_id: id, date, name }));
    await merge.insertRows('holiday', ['office_id', 'date', 'name'], ['uuid', 'date', 'text'], rows);
  }
}

const COLUMNS = [
  'stage_id',
  'stage_since',
  'stage_key',
  'last_progress_at',
  'progress_key',
  'window_opened_at',
  'window_key',
  'offer_extended_at',
  'client_turn_at',
  'client_turn_key',
  'presented_at',
  'presented_key',
  'assessed_at',
  'assessed_key',
];
const tuple = (of: string, columns: readonly string[]) => `(${columns.map((column) => `${of}.${column}`).join(', ')})`;
const assign = (columns: readonly string[]) => columns.map((column) => `${column} = k.${column}`).join(', ');

/** Reads every clock of the firm anew from its facts, and asks for another look at every search that runs. */
export async function refreshClocks(merge: Merge): Promise<void> {
  await merge.query('select 1 from search where firm_id = :firm order by id for no key update');
  await merge.query(
    `update candidacy c set ${assign(COLUMNS)} from candidacy_clock(:firm, now()) k
     where c.firm_id = :firm and c.id = k.candidacy_id and ${tuple('c', COLUMNS)} is distinct from ${tuple('k', COLUMNS)}`,
  );
  const closing = ['status', 'closed_at', 'close_reason', 'episode_id', 'episode_opened_at'];
  await merge.query(
    `update search s set ${assign(closing)}
     from (
       select distinct on (e.search_id) e.search_id, e.id as episode_id, e.opened_at as episode_opened_at, e.closed_at, e.close_reason,
              case when e.closed_at is null then 'open' when e.close_reason = 'placed' then 'placed' else 'closed' end as status
       from search_episode e where e.firm_id = :firm order by e.search_id, e.opened_at desc
     ) k
     where s.firm_id = :firm and s.id = k.search_id
       and (s.closed_at, s.close_reason, s.episode_id, s.episode_opened_at)
           is distinct from (k.closed_at, k.close_reason, k.episode_id, k.episode_opened_at)`,
  );
  const progress = ['last_progress_at', 'progress_key', 'decision_maker_at', 'decision_maker_key'];
  await merge.query(
    `with refreshed as (
       update search s set ${assign(progress)},
              status = case when s.closed_at is null and k.status in ('open', 'on_hold', 'offer') then k.status else s.status end
       from search_clock(:firm, now()) k
       where s.firm_id = :firm and s.id = k.search_id
         and (s.closed_at is null or ${tuple('s', progress)} is distinct from ${tuple('k', progress)})
       returning s.id
     )
     update search_check c set next_check_at = '-infinity' from refreshed where c.firm_id = :firm and c.search_id = refreshed.id`,
  );
}
