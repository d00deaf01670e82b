import { parse } from 'csv-parse/sync';
import type { DataSource } from 'typeorm';
import { POLICY_SCOPES } from '@app/limits/limits.types.js';
import { newId } from '@app/platform/database/id.js';
import type { TestFirm } from '../factories/firm.factory.js';
import { History } from '../factories/history.factory.js';
import type { FirmFiles } from '../lib/by-the-book/firm.js';

type Row = Record<string, string>;

/** What no import brings: limits, days of the client's own, interviews that were set, corrections. */
export async function beyondTheImport(dataSource: DataSource, firmId: string, files: FirmFiles): Promise<void> {
  const rows = (name: string): Row[] => parse(files[name] ?? '', { columns: true });
  const past = await History.of(dataSource, { id: firmId } as TestFirm);
  const ids = async (sql: string, ...values: unknown[]): Promise<Record<string, string>> => {
    const [row] = await dataSource.query<Record<string, string>[]>(sql, [firmId, ...values]);
    if (!row) throw new Error(`nothing found by ${JSON.stringify(values)}`);
    return row;
  };

  for (const { search_ref, candidate_ref, at } of rows('interviews_set.csv')) {
    const { search, candidacy } = await ids(
      `select c.search_id as search, c.id as candidacy from candidacy c
       join search s on s.firm_id = $1 and s.id = c.search_id and s.ref = $2
       join candidate p on p.firm_id = $1 and p.id = c.candidate_id and p.ref = $3 where c.firm_id = $1`,
      ...[search_ref, candidate_ref],
    );
    await past.said(search as string, candidacy as string, 'interview_set', at as string);
  }
  for (const { search_ref, candidate_ref, stage, at, corrected_at } of rows('corrections.csv')) {
    const { search, candidacy, move } = await ids(
      `select m.search_id as search, m.candidacy_id as candidacy, m.id as move from stage_move m
       join candidacy c on c.firm_id = $1 and c.id = m.candidacy_id
       join search s on s.firm_id = $1 and s.id = c.search_id and s.ref = $2
       join candidate p on p.firm_id = $1 and p.id = c.candidate_id and p.ref = $3
       join stage g on g.firm_id = $1 and g.id = m.to_stage_id and $4 in (g.key, g.kind)
       where m.firm_id = $1 and m.at = $5 and m.voids_id is null`,
      ...[search_ref, candidate_ref, stage, at],
    );
    await past.correct(search as string, candidacy as string, move as string, corrected_at as string);
  }
  await setLimits(dataSource, firmId, rows('limits.csv'));
  for (const { offer_ref, at } of rows('taken_back.csv')) {
    await dataSource.query(
      `update offer set taken_back_at = $3, taken_back_by = 'client' where firm_id = $1 and ref = $2 and decision = 'accepted'`,
      [firmId, offer_ref, at],
    );
  }
  for (const { client_ref, date } of rows('client_days.csv')) {
    await dataSource.query(
      `insert into client_holiday (firm_id, id, client_id, date)
       select firm_id, $3, id, $4 from client where firm_id = $1 and ref = $2 on conflict do nothing`,
      [firmId, client_ref, newId(), date],
    );
  }
  await dataSource.query(`update search_check set next_check_at = '-infinity' where firm_id = $1`, [firmId]);
}

async function setLimits(dataSource: DataSource, firmId: string, rows: readonly Row[]): Promise<void> {
  const found = (table: 'stage' | 'search') =>
    dataSource.query<{ key: string; id: string }[]>(
      table === 'stage'
        ? 'select unnest(array[key, kind]) as key, id from stage where firm_id = $1 order by position'
        : 'select ref as key, id from search where firm_id = $1',
      [firmId],
    );
  const [stages, searches] = [await found('stage'), await found('search')];
  const idOf = (known: { key: string; id: string }[], wanted = '') => known.find(({ key }) => key === wanted)?.id ?? '';
  for (const layer of POLICY_SCOPES) {
    const own = rows.filter(({ scope }) => scope === layer);
    if (own.length === 0) continue;
    const key = own[0]?.['key'] ?? '';
    const settings: Record<string, unknown> = {};
    const stageBudgets: Record<string, number> = {};
    for (const { limit = '', value } of own) {
      const [, stage] = /^budget of (.*)$/.exec(limit) ?? [];
      if (stage === undefined) settings[limit] = Number(value);
      else stageBudgets[idOf(stages, stage)] = Number(value);
    }
    await dataSource.query(
      'insert into stall_policy (firm_id, id, scope, scope_key, settings) values ($1, $2, $3, $4, $5)',
      [
        firmId,
        newId(),
        layer,
        layer === 'search' ? idOf(searches, key) : key,
        JSON.stringify({ ...settings, stageBudgets }),
      ],
    );
  }
}
