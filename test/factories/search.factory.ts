import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import { aClient } from './client.factory.js';
import type { TestFirm } from './firm.factory.js';

export interface SearchOptions {
  title?: string;
  ref?: string;
  clientId?: string;
  leadUserId?: string;
  memberIds?: string[];
  confidential?: boolean;
  openedAt?: Date;
  roleKey?: string;
  targetDate?: string | null;
}

/** An open simulated search, led by the firm's partner; returns its id. */
export async function aSearch(dataSource: DataSource, firm: TestFirm, options: SearchOptions = {}): Promise<string> {
  const [id, episodeId] = [newId(), newId()];
  const clientId = options.clientId ?? (await aClient(dataSource, firm));
  const openedAt = options.openedAt ?? new Date();
  await dataSource.query(
    `insert into search (firm_id, id, ref, client_id, title, role_key, office_id, lead_user_id, confidential, status,
                         opened_at, episode_id, episode_opened_at, last_progress_at, progress_key, target_date)
     values ($1, $2, $3, $4, $5, $11, $6, $7, $8, 'open', $9, $10, $9, $9, $10, $12)`,
    [
      firm.id,
      id,
      options.ref ?? null,
      clientId,
      options.title ?? 'Chief AI Officer',
      firm.officeId,
      options.leadUserId ?? firm.users.partner.id,
      options.confidential ?? false,
      openedAt,
      episodeId,
      options.roleKey ?? 'chief_ai_officer',
      options.targetDate ?? null,
    ],
  );
  await dataSource.query('insert into search_episode (firm_id, id, search_id, opened_at) values ($1, $2, $3, $4)', [
    firm.id,
    episodeId,
    id,
    openedAt,
  ]);
  for (const userId of options.memberIds ?? []) {
    await dataSource.query('insert into search_member (firm_id, id, search_id, user_id) values ($1, $2, $3, $4)', [
      firm.id,
      newId(),
      id,
      userId,
    ]);
  }
  return id;
}

/** Puts a candidate on a search at a stage, with the move that says so; returns the candidacy's id. */
export async function onSearch(
  dataSource: DataSource,
  firm: TestFirm,
  { searchId, candidateId, stage, at }: { searchId: string; candidateId: string; stage: string; at?: Date },
): Promise<string> {
  const [id, moveId] = [newId(), newId()];
  const since = at ?? new Date();
  const opensWindow = stage !== 'sourced';
  await dataSource.transaction(async (tx) => {
    await tx.query(
      `insert into candidacy (firm_id, id, search_id, candidate_id, stage_id, stage_since, stage_key, last_progress_at,
                              progress_key, window_opened_at, window_key, client_turn_at, client_turn_key,
                              presented_at, presented_key, assessed_at, assessed_key)
       select $1, $2, $3, $4, $5, $6, $7, $6, $7, $8, $9,
              case when asks_client(st.kind) then $6::timestamptz end, case when asks_client(st.kind) then $7::uuid end,
              case when reaches_presented(st.kind) then $6::timestamptz end, case when reaches_presented(st.kind) then $7::uuid end,
              case when reaches_assessed(st.kind) then $6::timestamptz end, case when reaches_assessed(st.kind) then $7::uuid end
       from stage st where st.firm_id = $1 and st.id = $5`,
      [
        firm.id,
        id,
        searchId,
        candidateId,
        firm.stages[stage],
        since,
        moveId,
        opensWindow ? since : null,
        opensWindow ? moveId : null,
      ],
    );
    await tx.query(
      'insert into stage_move (firm_id, id, candidacy_id, search_id, to_stage_id, at) values ($1, $2, $3, $4, $5, $6)',
      [firm.id, moveId, id, searchId, firm.stages[stage], since],
    );
  });
  return id;
}

/** A stalled flag that stands on the search as it is now. */
export async function aStalledFlag(dataSource: DataSource, firm: TestFirm, searchId: string): Promise<void> {
  await dataSource.query(
    `insert into stall_flag (firm_id, id, rule, severity, search_id, subject_id, episode_key, state, since, deadline,
                             basis, evidence, sentence, next_step)
     select s.firm_id, $3, 'no_progress', 'stalled', s.id, s.id, s.progress_key, 'open', s.last_progress_at, now(),
            '{}', '{}', 'No movement since Thu 5 Nov.', 'Call the client today.'
     from search s where s.firm_id = $1 and s.id = $2`,
    [firm.id, searchId, newId()],
  );
}
