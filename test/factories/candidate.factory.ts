import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import type { TestFirm } from './firm.factory.js';

export interface CandidateOptions {
  name?: string;
  title?: string;
  employer?: string;
}

/** A simulated candidate; returns its id. */
export async function aCandidate(
  dataSource: DataSource,
  firm: TestFirm,
  options: CandidateOptions = {},
): Promise<string> {
  const id = newId();
  await dataSource.query('insert into candidate (firm_id, id, name, title, employer) values ($1, $2, $3, $4, $5)', [
    firm.id,
    id,
    options.name ?? `Simulated Candidate ${id.slice(-6)}`,
    options.title ?? null,
    options.employer ?? null,
  ]);
  return id;
}
