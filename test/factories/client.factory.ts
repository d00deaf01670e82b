import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import type { TestFirm } from './firm.factory.js';

export interface ClientOptions {
  name?: string;
  domain?: string;
  industry?: string | null;
  country?: string | null;
}

/** A simulated client; returns its id. */
export async function aClient(dataSource: DataSource, firm: TestFirm, options: ClientOptions = {}): Promise<string> {
  const id = newId();
  await dataSource.query(
    'insert into client (firm_id, id, name, domain, industry, country) values ($1, $2, $3, $4, $5, $6)',
    [
      firm.id,
      id,
      options.name ?? `Simulated client ${id.slice(-6)}`,
      options.domain ?? null,
      options.industry ?? null,
      options.country ?? null,
    ],
  );
  return id;
}

export async function aContact(
  dataSource: DataSource,
  firm: TestFirm,
  clientId: string,
  name: string,
): Promise<string> {
  const id = newId();
  await dataSource.query(
    `insert into contact (firm_id, id, client_id, name, role) values ($1, $2, $3, $4, 'decision_maker')`,
    [firm.id, id, clientId, name],
  );
  return id;
}
