import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';

export interface FlagOptions {
  sentence?: string;
  severity?: 'watch' | 'stalled';
}

/** An open flag on a search, as a sweep raises it. */
export async function aFlag(
  dataSource: DataSource,
  firmId: string,
  searchId: string,
  { sentence = 'Nobody moved since Thu 5 Nov.', severity = 'stalled' }: FlagOptions = {},
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

/** Progress: the flag's episode is over in the same commit. */
export async function progressOn(dataSource: DataSource, firmId: string, searchId: string): Promise<void> {
  await dataSource.query(
    'update search set progress_key = $3, last_progress_at = now() where firm_id = $1 and id = $2',
    [firmId, searchId, newId()],
  );
}
