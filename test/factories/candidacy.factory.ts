import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import { offsetAt } from '@app/platform/time/zone.js';
import { aCandidate } from './candidate.factory.js';
import type { TestFirm } from './firm.factory.js';
import { aSearch, onSearch, type SearchOptions } from './search.factory.js';

export interface TestCandidacy {
  id: string;
  candidateId: string;
  searchId: string;
}

/** A candidate on an open search, in the first stage since an hour ago unless said otherwise. */
export async function aCandidacy(
  dataSource: DataSource,
  firm: TestFirm,
  options: { searchId?: string; candidateId?: string; stage?: string; at?: Date; search?: SearchOptions } = {},
): Promise<TestCandidacy> {
  const at = options.at ?? hoursAgo(1);
  const searchId = options.searchId ?? (await aSearch(dataSource, firm, { openedAt: at, ...options.search }));
  const candidateId = options.candidateId ?? (await aCandidate(dataSource, firm));
  const id = await onSearch(dataSource, firm, { searchId, candidateId, stage: options.stage ?? 'sourced', at });
  return { id, candidateId, searchId };
}

/** Many candidacies at once, spread over the stages, each of third of them with an open flag. */
export async function manyCandidacies(
  dataSource: DataSource,
  firm: TestFirm,
  searchId: string,
  count: number,
): Promise<void> {
  const stages = ['sourced', 'contacted', 'assessed', 'presented', 'client_interview', 'finalist'];
  const rows = Array.from({ length: count }, (_, i) => ({
    id: newId(),
    candidate_id: newId(),
    move_id: newId(),
    flag_id: newId(),
    name: `Simulated Person ${i}`,
    stage_id: firm.stages[stages[i % stages.length] ?? 'sourced'],
    flagged: i % 3 === 0,
  }));
  await dataSource.transaction(async (tx) => {
    const from = `from jsonb_to_recordset($2::jsonb) r (id uuid, candidate_id uuid, move_id uuid, flag_id uuid, name text, stage_id uuid, flagged boolean)`;
    const values = JSON.stringify(rows);
    await tx.query(
      `insert into candidate (firm_id, id, name, title, employer)
       select $1, r.candidate_id, r.name, 'Head of AI Platform', 'Simulated Company' ${from}`,
      [firm.id, values],
    );
    await tx.query(
      `insert into candidacy (firm_id, id, search_id, candidate_id, stage_id, stage_since, stage_key, last_progress_at,
                              progress_key, window_opened_at, window_key, client_turn_at, client_turn_key,
                              presented_at, presented_key, assessed_at, assessed_key)
       select $1, r.id, $3, r.candidate_id, r.stage_id, now() - interval '9 days', r.move_id, now() - interval '9 days',
              r.move_id, now() - interval '9 days', r.move_id,
              case when asks_client(st.kind) then now() - interval '9 days' end, case when asks_client(st.kind) then r.move_id end,
              case when reaches_presented(st.kind) then now() - interval '9 days' end, case when reaches_presented(st.kind) then r.move_id end,
              case when reaches_assessed(st.kind) then now() - interval '9 days' end, case when reaches_assessed(st.kind) then r.move_id end
       ${from} join stage st on st.firm_id = $1 and st.id = r.stage_id`,
      [firm.id, values, searchId],
    );
    await tx.query(
      `insert into stage_move (firm_id, id, candidacy_id, search_id, to_stage_id, at)
       select $1, r.move_id, r.id, $3, r.stage_id, now() - interval '9 days' ${from}`,
      [firm.id, values, searchId],
    );
    await tx.query(
      `insert into stall_flag (firm_id, id, rule, severity, search_id, candidacy_id, subject_id, episode_key, state, since,
                               deadline, basis, evidence, sentence, next_step)
       select $1, r.flag_id, 'stage_overdue', 'watch', $3, r.id, r.id, r.move_id, 'open', now() - interval '9 days',
              now() - interval '2 days', '{}', '{}', 'Seven working days in a stage of four.', 'Set the next date today.'
       ${from} where r.flagged`,
      [firm.id, values, searchId],
    );
  });
}

export const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);

/** So many days ago by the clock on the wall of the firm, so that as many days lie between across a change of the clocks. */
export function daysAgo(days: number): Date {
  const at = hoursAgo(24 * days);
  return new Date(at.getTime() + offsetAt(new Date(), 'Europe/Berlin') - offsetAt(at, 'Europe/Berlin'));
}
