import type { DataSource } from 'typeorm';
import { openTestDatabase } from './database.js';

/** Which table the columns of a name are about. */
const HOMES: Record<string, readonly string[]> = {
  activity: ['activity_id'],
  candidacy: ['candidacy_id'],
  candidate: ['candidate_id'],
  client: ['client_id', 'parent_id'],
  contact: ['contact_id'],
  delivery: ['delivery_id', 'resend_of'],
  erasure: ['erasure_id'],
  firm: ['sample_of'],
  firm_user: [
    ...['user_id', 'by_user_id', 'lead_user_id', 'deputy_user_id', 'assignee_id', 'recipient_id', 'assigned_to'],
    ...['acknowledged_by', 'created_by', 'done_by', 'invited_by', 'lifted_by', 'resolved_by', 'set_by', 'updated_by'],
  ],
  import_run: ['run_id'],
  interview: ['interview_id'],
  offer: ['offer_id'],
  office: ['office_id'],
  search: ['search_id'],
  search_brief: ['brief_id'],
  stage: ['stage_id', 'to_stage_id'],
  stage_move: ['voids_id'],
  stall_flag: ['flag_id'],
  stall_policy: ['policy_id'],
  stored_file: ['file_id'],
};
const HOME = new Map(Object.entries(HOMES).flatMap(([home, columns]) => columns.map((column) => [column, home])));

const DONE_BY = 'who did it, in rows that are many and never change; nobody is deleted from firm_user';
const ANYTHING = 'a thing of any table';
const CLOCK = 'a clock, made of the facts by a function, whose own keys hold';
const OF_FLAGS = 'asked once for each statement by flags_name_searches; nothing it names is deleted';
/** Columns that name a row of another table and have no key, and why. */
const WITHOUT: Record<string, string> = {
  'activity.by_user_id': DONE_BY,
  'activity_version.activity_id': 'a history outlives nothing: activities are never deleted',
  'activity_version.by_user_id': DONE_BY,
  'activity_version.changed_by': DONE_BY,
  'audit_entry.actor_id': DONE_BY,
  'audit_entry.subject_id': ANYTHING,
  'candidacy.assessed_key': CLOCK,
  'candidacy.client_turn_key': CLOCK,
  'candidacy.presented_key': CLOCK,
  'candidacy.progress_key': CLOCK,
  'candidacy.stage_key': CLOCK,
  'candidacy.window_key': CLOCK,
  'candidate.article14_by': DONE_BY,
  'erasure.person_id': 'a candidate or a contact',
  'idempotency_key.user_id': 'lives for a day, and is written by every POST',
  'import_run.started_by': DONE_BY,
  'offer.search_id': 'the search of its candidacy, which has the key',
  'outbox.subject_id': ANYTHING,
  'reminder.subject_id': ANYTHING,
  'search.decision_maker_key': CLOCK,
  'search.episode_id': CLOCK,
  'search.progress_key': CLOCK,
  'stage_move.by_user_id': DONE_BY,
  'stage_move.from_stage_id': 'the stage of the move before, which has the key',
  'stage_move.search_id': 'the search of its candidacy, which has the key',
  'stall_flag.candidacy_id': OF_FLAGS,
  'stall_flag.episode_key': OF_FLAGS,
  'stall_flag.search_id': OF_FLAGS,
  'stall_flag.subject_id': OF_FLAGS,
  'stall_flag.told_to': OF_FLAGS,
  'stall_policy_edit.by_user_id': DONE_BY,
};
/** What a key does beside refusing: everything else is kept, or goes by its own statement. */
const ALSO: Record<string, string> = {
  'import_refusal.run_id': ' ON DELETE CASCADE',
  'stored_file_chunk.file_id': ' ON DELETE CASCADE',
  // nobody is told of what was withdrawn
  'mention.activity_id': ' ON DELETE CASCADE',
  // an import brings both in any order
  'stage_move.candidacy_id': ' DEFERRABLE INITIALLY DEFERRED',
};

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());

const named = async (sql: string): Promise<string[]> => {
  const rows: { name: string }[] = await dataSource.query(`with tables as (
    select c.oid, c.relname from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace)
    ${sql} order by 1`);
  return rows.map(({ name }) => name);
};
const references = (): Promise<string[]> =>
  named(`select t.relname || '.' || a.attname as name from tables t
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    where a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype) and a.attname not in ('id', 'firm_id')`);
const keys = (): Promise<string[]> =>
  named(`select t.relname || ' ' || pg_get_constraintdef(k.oid) as name from tables t
    join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'`);

describe('a column that names a row', () => {
  it('has a key to the table of its name, with the firm, or a reason to have none', async () => {
    const expected = (await references())
      .filter((column) => !(column in WITHOUT))
      .map((reference) => {
        const [table, column = ''] = reference.split('.');
        const home = HOME.get(column) ?? `? of ${column}`;
        if (home === 'firm') return `${table} FOREIGN KEY (${column}) REFERENCES firm(id)`;
        return `${table} FOREIGN KEY (firm_id, ${column}) REFERENCES ${home}(firm_id, id)${ALSO[reference] ?? ''}`;
      });
    const found = await keys();

    expect(found.filter((key) => !key.includes(' KEY (firm_id) '))).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(70);
  });

  it('is of this database, whoever needs no key', async () => {
    const all = await references();

    expect([...Object.keys(WITHOUT), ...Object.keys(ALSO)].filter((column) => !all.includes(column))).toEqual([]);
  });

  it('is of a firm: itself by its key, or by another row that it must name', async () => {
    const unheld = await named(`select t.relname as name from tables t
      join pg_attribute f on f.attrelid = t.oid and f.attname = 'firm_id'
      where not exists (
        select 1 from pg_constraint k where k.conrelid = t.oid and k.contype = 'f' and f.attnum = any (k.conkey)
          and not exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attnum = any (k.conkey) and not a.attnotnull))`);

    // a check wants a user or a contact; the search that a flag must name is asked for by flags_name_searches
    expect(unheld).toEqual(['mail_suppression', 'stall_flag']);
  });
});
