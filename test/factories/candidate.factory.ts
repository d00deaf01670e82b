import type { DataSource } from 'typeorm';
import type { Layer, Signal } from '@app/candidates/candidates.types.js';
import { newId } from '@app/platform/database/id.js';
import type { TestFirm } from './firm.factory.js';

export interface CandidateOptions {
  name?: string;
  title?: string;
  employer?: string | null;
  city?: string | null;
  country?: string;
  layer?: Layer;
  signals?: Signal[];
}

/** A simulated candidate; returns its id. */
export async function aCandidate(
  dataSource: DataSource,
  firm: TestFirm,
  options: CandidateOptions = {},
): Promise<string> {
  const id = newId();
  await dataSource.query(
    `insert into candidate (firm_id, id, name, title, employer, city, country, layer, signals)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      firm.id,
      id,
      options.name ?? `Simulated Candidate ${id.slice(-6)}`,
      options.title ?? null,
      options.employer ?? null,
      options.city ?? null,
      options.country ?? null,
      options.layer ?? null,
      options.signals ?? [],
    ],
  );
  return id;
}
