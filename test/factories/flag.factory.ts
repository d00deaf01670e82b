import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import type { Severity } from '@app/vocabulary/vocabulary.types.js';

export interface FlagOptions {
  sentence?: string;
  severity?: Severity;
}

/** An open flag on a search, as a sweep raises it. */
export async function aFlag(
  dataSource: DataSource,
  firmId: string,
  searchId: string,
  { sentence = 'No movement since Thu 5 Nov.', severity = 'stalled' }: FlagOptions = {},
): Promise<string> {
  const id = newId();
  await dataSource.query(
    `insert into stall_flag (firm_id, id, rule, severity, search_id, subject_id, episode_key, state, since, deadline, basis,
                             evidence, sentence, next_step)
     select $1, $3, 'no_progress', $5, id, id, progress_key, 'open', now(), now(), '{}', '{}', $4, 'Call the client.'
     from search where firm_id = $1 and id = $2`,
    [firmId, searchId, id, sentence, severity],
  );
  return id;
}

/** It is the client's turn to say what they think of this person, and their decision maker may be asked by mail. */
export async function aClientFlag(
  dataSource: DataSource,
  firmId: string,
  candidacyId: string,
  { allowed = true, email = 'boss@client.example' }: { allowed?: boolean; email?: string } = {},
): Promise<string> {
  const [flagId, turn] = [newId(), newId()];
  const insert = (sql: string, ...values: unknown[]) =>
    dataSource.query(sql, [firmId, newId(), candidacyId, ...values]);
  const searchOf = `from candidacy c join search s on s.firm_id = c.firm_id and s.id = c.search_id where c.firm_id = $1 and c.id = $3`;
  await insert(
    `insert into contact (firm_id, id, client_id, name, email, role)
     select $1, $2, s.client_id, 'Simulated decision maker', $4, 'decision_maker' ${searchOf}`,
    email,
  );
  if (allowed) {
    await insert(
      `insert into stall_policy (firm_id, id, scope, scope_key, settings)
       select $1, $2, 'search', s.id, '{"mailClientForFeedback": true}' ${searchOf}`,
    );
  }
  await dataSource.query(
    `insert into stall_flag (firm_id, id, rule, severity, search_id, candidacy_id, subject_id, episode_key, state, since,
                             deadline, basis, evidence, sentence, next_step)
     select $1, $2, 'client_silent', 'watch', search_id, id, id, $4, 'open', now(), now(), '{}', '{}', 'No feedback.', 'Ask.'
     from candidacy where firm_id = $1 and id = $3`,
    [firmId, flagId, candidacyId, turn],
  );
  await dataSource.query(
    'update candidacy set client_turn_at = now(), client_turn_key = $3 where firm_id = $1 and id = $2',
    [firmId, candidacyId, turn],
  );
  return flagId;
}

/** Progress: the flag's episode is over in the same commit. */
export async function progressOn(dataSource: DataSource, firmId: string, searchId: string): Promise<void> {
  await dataSource.query(
    'update search set progress_key = $3, last_progress_at = now() where firm_id = $1 and id = $2',
    [firmId, searchId, newId()],
  );
}
