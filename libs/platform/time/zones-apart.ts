import { MS_PER_DAY } from './local-date.js';
import { localDateOf, offsetAt, zoneOf } from './zone.js';

/** Anything that answers a query with its rows. */
interface Reader {
  query(sql: string): Promise<unknown[]>;
}

interface Step {
  zone: string;
  /** null: Postgres does not know the zone */
  at: number | null;
  offset: number | null;
}

/** The offices' zones, each day on which their offset is another than the day before, as Postgres has it. */
const STEPS = `
  with zone as (
    select distinct o.time_zone as name, exists (select 1 from pg_timezone_names z where z.name = o.time_zone) as known
    from office o
  ), told as (
    select z.name, t.at, (extract(epoch from (t.at at time zone z.name) - (t.at at time zone 'UTC')) * 1000)::int as "offset"
    from zone z
    cross join generate_series(date_trunc('day', now()) - interval '1 year', now() + interval '3 years', interval '1 day') t (at)
    where z.known
  )
  select name as zone, (extract(epoch from at) * 1000)::float as at, "offset"
  from (select *, lag("offset") over (partition by name order by at) as before from told) step
  where before is distinct from "offset"
  union all
  select name, null, null from zone where not known
  order by 1, 2`;

const DECIDES =
  'PostgreSQL decides when something is due; emails, files and screens say it by the clock of Node. Update the older one';

/**
 * Node and Postgres have a database of time zones each, and one may have heard of a new law before the other. A sentence
 * for each zone of an office about which they differ, from a year ago to three years ahead.
 */
export async function zonesApart(reader: Reader, now: Date): Promise<string[]> {
  const steps = (await reader.query(STEPS)) as Step[];
  const last = now.getTime() + 3 * 365 * MS_PER_DAY;
  return [...new Set(steps.map(({ zone }) => zone))].flatMap((zone) => {
    const own = steps.filter((step) => step.zone === zone);
    const sentence = zoneOf(zone) === null ? `Node does not know the time zone ${zone}` : apart(zone, own, last);
    return sentence ? [sentence] : [];
  });
}

function apart(zone: string, steps: readonly Step[], last: number): string | null {
  for (const [i, { at, offset }] of steps.entries()) {
    if (at === null || offset === null) return `PostgreSQL does not know the time zone ${zone}`;
    for (let day = at; day < (steps[i + 1]?.at ?? last); day += MS_PER_DAY) {
      const ours = offsetAt(new Date(day), zone);
      if (ours === offset) continue;
      const date = localDateOf(new Date(day), 'UTC');
      return `${zone} on ${date}: ${inWords(ours)} for Node (tz ${process.versions.tz}), ${inWords(offset)} for PostgreSQL. ${DECIDES}`;
    }
  }
  return null;
}

function inWords(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `UTC${offset < 0 ? '-' : '+'}${hours}:${rest}`;
}
