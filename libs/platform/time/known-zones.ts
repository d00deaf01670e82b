import type { EntityManager } from 'typeorm';

/** Whether Postgres, which counts local days in views, knows the zone too. */
export async function knowsZone(reader: EntityManager, zone: string): Promise<boolean> {
  const [row] = await reader.query<{ known: boolean }[]>(
    'select exists (select 1 from pg_timezone_names where name = $1) as known',
    [zone],
  );
  return row?.known === true;
}
