import { publicHolidays } from '@app/platform/time/public-holidays.js';
import type { Merge } from './merge.js';

/**
 * Offices without any holiday get the public holidays of their country and region as a proposal, for the years the
 * firm's searches run through and the next one.
 */
export async function proposeHolidays(merge: Merge): Promise<void> {
  const offices = await merge.query<{ id: string; country: string; region: string | null }>(
    `select o.id, o.country, o.region from office o
     where o.firm_id = :firm and not exists (select 1 from holiday h where h.firm_id = :firm and h.office_id = o.id)`,
  );
  if (offices.length === 0) return;
  const years = await merge.query<{ year: number }>(
    `select generate_series(extract(year from coalesce(min(opened_at), now()))::int, extract(year from now())::int + 1) as year
     from known_search`,
  );
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
