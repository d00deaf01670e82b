import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newIds } from '@app/platform/database/id.js';
import { prepared } from '@app/platform/database/prepared.js';
import type { Transaction } from '@app/platform/database/database.js';
import type { FlagDecision } from '@app/clocks/clocks.types.js';
import type { FlagRow } from './stalls.types.js';

/** A search that is due is looked at first: its flags may no longer stand. */
const notDue = (now: string) => `not exists (
  select 1 from search_check k where k.firm_id = f.firm_id and k.search_id = f.search_id and k.next_check_at <= ${now})`;

/** The flags on record as the sweep keeps them, and when it has to look again. */
@Injectable()
export class StallsRepository {
  /** Firms with something to look at: a search whose next check has come, a flag to escalate or to wake. By Postgres' clock. */
  async firmsWithSomethingDue(db: EntityManager): Promise<string[]> {
    const rows: { firm_id: string }[] = await db.query(
      `select firm_id from search_check where next_check_at <= now()
       union
       select firm_id from stall_flag where escalate_at <= now() and state = 'open' and escalated_at is null
         and acknowledged_at is null and (snoozed_until is null or snoozed_until <= now())
       union
       select firm_id from stall_flag where snoozed_until <= now() and state <> 'cleared'
       order by firm_id`,
    );
    return rows.map((row) => row.firm_id);
  }

  /** How many searches are due, counted no further than `limit`. */
  async countDue(db: EntityManager, firmId: string, limit: number): Promise<number> {
    const [row] = await db.query<{ due: number }[]>(
      `select count(*)::int as due
       from (select 1 from search_check where firm_id = $1 and next_check_at <= now() limit $2) due`,
      [firmId, limit],
    );
    return row?.due ?? 0;
  }

  /** Locks searches for a writer of flags, always in one order. */
  async lock(tx: Transaction, firmId: string, searchIds: string[]): Promise<void> {
    await tx.query('select 1 from search where firm_id = $1 and id = any ($2) order by id for no key update', [
      firmId,
      searchIds,
    ]);
  }

  /**
   * Settings for the transaction of a sweep. The planner takes tables for small that the sweep itself has just filled, and
   * reads the whole of a large one, on two cores, where some hundred rows by their keys will do. And no commit waits for
   * the disk: what a crash takes back, flags and their announcements alike, the next sweep does again, because the search
   * is still due.
   */
  async asSweep(tx: Transaction): Promise<void> {
    await tx.query(
      `select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
              set_config('random_page_cost', '1', true), set_config('max_parallel_workers_per_gather', '0', true),
              set_config('plan_cache_mode', 'force_generic_plan', true), set_config('synchronous_commit', 'off', true)`,
    );
  }

  /** Flags that are not cleared, locked with their searches. */
  liveFlags(tx: Transaction, firmId: string, searchIds: string[]): Promise<FlagRow[]> {
    return prepared(
      tx,
      'stalls_live_flags',
      `select f.id, f.search_id as "searchId", f.rule, f.subject_id as "subjectId", f.episode_key as "episodeKey", f.severity,
              f.state, f.since, f.deadline, f.basis, f.evidence, f.sentence, f.next_step as "nextStep"
       from unnest($2::uuid[]) as s (id)
       join stall_flag f on f.firm_id = $1 and f.search_id = s.id and f.state <> 'cleared'`,
      [firmId, searchIds],
    );
  }

  async clear(tx: Transaction, firmId: string, flags: readonly { id: string; reason: string }[]): Promise<void> {
    await tx.query(
      `update stall_flag f set state = 'cleared', cleared_at = now(), cleared_reason = c.reason
       from unnest($2::uuid[], $3::text[]) as c (id, reason) where f.firm_id = $1 and f.id = c.id`,
      [firmId, flags.map(({ id }) => id), flags.map(({ reason }) => reason)],
    );
  }

  async suspend(tx: Transaction, firmId: string, flagIds: string[]): Promise<void> {
    await tx.query(`update stall_flag set state = 'suspended' where firm_id = $1 and id = any ($2)`, [firmId, flagIds]);
  }

  /** Opens each flag's episode, or opens it again; returns how many never existed before. */
  async raise(tx: Transaction, firmId: string, flags: readonly RaisedFlag[]): Promise<number> {
    const ids = newIds(flags.length);
    const [row] = await prepared<{ begun: number }>(
      tx,
      'stalls_raise',
      `with raised as (
       insert into stall_flag (firm_id, id, rule, severity, search_id, candidacy_id, subject_id, episode_key, state,
                               since, deadline, basis, evidence, sentence, next_step, escalate_at)
       select $1, f.id, f.rule, f.severity, f.search_id, f.candidacy_id, f.subject_id, f.episode_key, 'open',
              to_timestamp(f.since / 1000), to_timestamp(f.deadline / 1000), f.basis, f.evidence, f.sentence, f.next_step,
              to_timestamp(f.escalate_at / 1000)
       from jsonb_to_recordset($2::jsonb) as f (id uuid, rule text, severity text, search_id uuid, candidacy_id uuid, subject_id uuid,
            episode_key uuid, since float8, deadline float8, basis jsonb, evidence jsonb, sentence text, next_step text,
            escalate_at float8)
       on conflict (firm_id, search_id, rule, subject_id, episode_key) do update
         set state = 'open', severity = excluded.severity, since = excluded.since, deadline = excluded.deadline,
             basis = excluded.basis, evidence = excluded.evidence, sentence = excluded.sentence,
             next_step = excluded.next_step, cleared_at = null, cleared_reason = null,
             escalate_at = case when stall_flag.state = 'open' then coalesce(stall_flag.escalate_at, excluded.escalate_at)
                                else excluded.escalate_at end
       returning xmax = 0 as is_new)
       select count(*)::int as begun from raised where is_new`,
      [firmId, JSON.stringify(flags.map((flag, i) => toRecord(flag, ids[i])))],
    );
    return row?.begun ?? 0;
  }

  /** Before it is told how many flags there are, the planner compares each with every other; autovacuum comes late. */
  async learnSize(db: EntityManager): Promise<void> {
    await db.query('analyze stall_flag');
  }

  /** Ends the snoozes that are over. What another sweeper or a person holds is left to the next look. */
  async wake(tx: Transaction, firmId: string, fact: string, now: Date, limit: number): Promise<number> {
    const woken: unknown[] = await tx.query(
      `with due as (
         select f.id from stall_flag f join search s on s.firm_id = f.firm_id and s.id = f.search_id
         where f.firm_id = $1 and f.snoozed_until <= $3 and f.state <> 'cleared' and ${notDue('$3')}
         order by f.snoozed_until limit $4 for no key update of s, f skip locked
       ), woken as (
         update stall_flag f set snoozed_until = null from due where f.firm_id = $1 and f.id = due.id returning f.id
       ), told as (
         insert into outbox (firm_id, id, fact, subject_id) select $1, new_id(), $2, id from woken
       )
       insert into flag_action (firm_id, id, flag_id, action) select $1, new_id(), id, 'woken' from woken
       returning id`,
      [firmId, fact, now, limit],
    );
    return woken.length;
  }

  /** Locks flags that nobody has taken in hand in time, with their searches. */
  async lockUnanswered(tx: Transaction, firmId: string, now: Date, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select f.id from stall_flag f join search s on s.firm_id = f.firm_id and s.id = f.search_id
       where f.firm_id = $1 and f.escalate_at <= $2 and f.state = 'open' and f.escalated_at is null
         and f.acknowledged_at is null and (f.snoozed_until is null or f.snoozed_until <= $2) and ${notDue('$2')}
       order by f.escalate_at limit $3 for no key update of s, f skip locked`,
      [firmId, now, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Escalates those of the locked flags that still stand: progress may have been committed just before the lock. */
  async escalate(tx: Transaction, firmId: string, fact: string, flagIds: string[]): Promise<number> {
    const escalated: unknown[] = await tx.query(
      `with escalated as (
         update stall_flag f set escalated_at = now() from open_flag o
         where f.firm_id = $1 and f.id = any ($3) and o.firm_id = f.firm_id and o.id = f.id returning f.id
       ), told as (
         insert into outbox (firm_id, id, fact, subject_id) select $1, new_id(), $2, id from escalated
       )
       insert into flag_action (firm_id, id, flag_id, action) select $1, new_id(), id, 'escalated' from escalated
       returning id`,
      [firmId, fact, flagIds],
    );
    return escalated.length;
  }

  /** Searches whose hold is over, and whose row does not say so yet. */
  async resume(tx: Transaction, firmId: string, searchIds: string[]): Promise<void> {
    await tx.query('select resume_search($1, x.id) from unnest($2::uuid[]) as x (id)', [firmId, searchIds]);
  }

  async setNextChecks(tx: Transaction, firmId: string, searchIds: string[], moments: (Date | null)[]): Promise<void> {
    await prepared(
      tx,
      'stalls_next_checks',
      `update search_check k set next_check_at = n.at
       from unnest($2::uuid[], $3::timestamptz[]) as n (id, at) where k.firm_id = $1 and k.search_id = n.id`,
      [firmId, searchIds, moments],
    );
  }
}

export interface RaisedFlag {
  readonly flag: FlagDecision;
  readonly searchId: string;
  readonly escalateAt: Date | null;
}

/** Moments in milliseconds since 1970: a third of the price of texts. */
function toRecord({ flag, searchId, escalateAt }: RaisedFlag, id: string | undefined): Record<string, unknown> {
  return {
    id,
    rule: flag.rule,
    severity: flag.severity,
    search_id: searchId,
    candidacy_id: candidacyOf(flag),
    subject_id: flag.subjectId,
    episode_key: flag.episodeKey,
    since: flag.since.getTime(),
    deadline: flag.deadline.getTime(),
    basis: flag.basis,
    evidence: flag.evidence,
    sentence: flag.sentence,
    next_step: flag.nextStep,
    escalate_at: escalateAt?.getTime(),
  };
}

function candidacyOf({ subjectType, subjectId, evidence }: FlagDecision): unknown {
  if (subjectType === 'candidacy') return subjectId;
  return subjectType === 'offer' ? evidence['candidacyId'] : null;
}
