import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import type { Database, Transaction } from '@app/platform/database/database.js';
import type { FlagDecision } from '@app/clocks/clocks.types.js';
import type { CandidacyRow, FlagRow, HoldRow, OfficeRow, SearchRow, StageRow } from './stalls.types.js';

const CANDIDACY_COLUMNS = `
  k.search_id as "searchId", k.stage_id as "stageId", k.stage_since as "stageSince", k.stage_key as "stageKey", k.window_opened_at as "windowOpenedAt",
  k.window_key as "windowKey", k.offer_extended_at as "offerExtendedAt"`;

const SEARCH_COLUMNS = `
  s.id as "searchId", s.ref as "searchRef", s.office_id as "officeId", s.status,
  s.episode_opened_at as "episodeOpenedAt", s.last_progress_at as "lastProgressAt", s.progress_key as "progressKey"`;

/** The clocks of open searches: what a sweep reads, and the flags it writes. */
@Injectable()
export class StallsRepository {
  /** Firms with at least one search whose next check has come. Whether it is due is decided by Postgres' clock. */
  async firmsWithDueSearches(reader: EntityManager): Promise<string[]> {
    const rows: { firm_id: string }[] = await reader.query(
      'select distinct firm_id from search where next_check_at <= now() order by firm_id',
    );
    return rows.map((row) => row.firm_id);
  }

  /** Locks some searches that are due; what another sweeper or a progress holds is left to the next look. */
  lockDue(tx: Transaction, firmId: string, limit: number): Promise<SearchRow[]> {
    return tx.query(
      `select ${SEARCH_COLUMNS} from search s where s.firm_id = $1 and s.next_check_at <= now()
       order by s.next_check_at limit $2 for no key update skip locked`,
      [firmId, limit],
    );
  }

  /** Locks searches for a writer of flags, always in one order. */
  async lock(tx: Transaction, firmId: string, searchIds: string[]): Promise<void> {
    await tx.query('select 1 from search where firm_id = $1 and id = any ($2) order by id for no key update', [
      firmId,
      searchIds,
    ]);
  }

  /** Without their refs: a sweep reads a hundred times as many people as it writes flags of, and a flag keeps no ref. */
  liveCandidacies(tx: Transaction, firmId: string, searchIds: string[]): Promise<CandidacyRow[]> {
    return tx.query(
      `select k.id as "candidacyId", null as "candidateRef", ${CANDIDACY_COLUMNS}
       from candidacy k where k.firm_id = $1 and k.search_id = any ($2) and k.outcome is null`,
      [firmId, searchIds],
    );
  }

  /** Every running search of a firm, or the one asked for, and everybody in it, by the clocks on the rows. */
  async runningNow(
    reader: EntityManager,
    firmId: string,
    searchId: string | null = null,
  ): Promise<[SearchRow[], CandidacyRow[]]> {
    return [
      await reader.query(
        `select ${SEARCH_COLUMNS} from search s
         where s.firm_id = $1 and s.status in ('open', 'offer', 'on_hold') and ($2::uuid is null or s.id = $2)
         order by s.episode_opened_at, s.id`,
        [firmId, searchId],
      ),
      await reader.query(
        `select k.id as "candidacyId", cd.ref as "candidateRef", ${CANDIDACY_COLUMNS}
         from candidacy k
         join search s on s.firm_id = k.firm_id and s.id = k.search_id and s.status in ('open', 'offer', 'on_hold')
         join candidate cd on cd.firm_id = k.firm_id and cd.id = k.candidate_id
         where k.firm_id = $1 and k.outcome is null and ($2::uuid is null or k.search_id = $2)`,
        [firmId, searchId],
      ),
    ];
  }

  /** The same as of a moment, by the append-only facts. */
  async runningAt(database: Database, firmId: string, at: Date): Promise<[SearchRow[], CandidacyRow[]]> {
    // the one slow question there is: seconds for a million moves, so the two halves are asked side by side
    return Promise.all([
      patiently<SearchRow[]>(
        database,
        `select k.search_id as "searchId", s.ref as "searchRef", s.office_id as "officeId", k.status,
                k.episode_opened_at as "episodeOpenedAt", k.last_progress_at as "lastProgressAt", k.progress_key as "progressKey"
         from search_clock($1, $2) k join search s on s.firm_id = $1 and s.id = k.search_id
         where k.status in ('open', 'offer', 'on_hold')
         order by k.episode_opened_at, k.search_id`,
        [firmId, at],
      ),
      patiently<CandidacyRow[]>(
        database,
        `select k.candidacy_id as "candidacyId", cd.ref as "candidateRef", ${CANDIDACY_COLUMNS}
         from candidacy_clock($1, $2, null, null, true) k
         join candidate cd on cd.firm_id = $1 and cd.id = k.candidate_id`,
        [firmId, at],
      ),
    ]);
  }

  holds(reader: EntityManager, firmId: string, searchIds: string[], at: Date | null): Promise<HoldRow[]> {
    return reader.query(
      `select search_id as "searchId", started_at as "from",
              case when $3::timestamptz is null or ended_at <= $3 then ended_at end as "to"
       from search_hold where firm_id = $1 and search_id = any ($2) and ($3::timestamptz is null or started_at <= $3)
       order by started_at`,
      [firmId, searchIds, at],
    );
  }

  offices(reader: EntityManager, firmId: string): Promise<OfficeRow[]> {
    return reader.query(
      `select o.id, o.time_zone as zone, o.working_days as "workingDays", o.calendar_version as version,
              coalesce((select json_agg(json_build_object('date', h.date, 'name', h.name) order by h.date)
                        from holiday h where h.firm_id = o.firm_id and h.office_id = o.id), '[]') as holidays
       from office o where o.firm_id = $1`,
      [firmId],
    );
  }

  async officeOf(reader: EntityManager, firmId: string, searchId: string): Promise<string | null> {
    const [row] = await reader.query<{ officeId: string }[]>(
      'select office_id as "officeId" from search where firm_id = $1 and id = $2',
      [firmId, searchId],
    );
    return row?.officeId ?? null;
  }

  stages(reader: EntityManager, firmId: string): Promise<StageRow[]> {
    return reader.query(
      `select id, kind, label, budget_working_days as "budgetDays" from stage where firm_id = $1 order by position`,
      [firmId],
    );
  }

  /** Flags that are not cleared, locked with their searches. */
  liveFlags(tx: Transaction, firmId: string, searchIds: string[]): Promise<FlagRow[]> {
    return tx.query(
      `select id, search_id as "searchId", rule, subject_id as "subjectId", episode_key as "episodeKey", severity, state,
              since, deadline, basis, evidence, sentence, next_step as "nextStep"
       from stall_flag where firm_id = $1 and search_id = any ($2) and state <> 'cleared'`,
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

  /** Opens each flag's episode, or opens it again. Returns the ids of episodes that never existed before. */
  async raise(tx: Transaction, firmId: string, flags: readonly RaisedFlag[]): Promise<string[]> {
    const rows: { id: string; isNew: boolean }[] = await tx.query(
      `insert into stall_flag (firm_id, id, rule, severity, search_id, candidacy_id, subject_id, episode_key, state,
                               since, deadline, basis, evidence, sentence, next_step)
       select $1, f.id, f.rule, f.severity, f.search_id, f.candidacy_id, f.subject_id, f.episode_key, 'open',
              f.since, f.deadline, f.basis, f.evidence, f.sentence, f.next_step
       from jsonb_to_recordset($2::jsonb) as f (id uuid, rule text, severity text, search_id uuid, candidacy_id uuid,
            subject_id uuid, episode_key uuid, since timestamptz, deadline timestamptz, basis jsonb, evidence jsonb,
            sentence text, next_step text)
       on conflict (firm_id, rule, subject_id, episode_key) do update
         set state = 'open', severity = excluded.severity, since = excluded.since, deadline = excluded.deadline,
             basis = excluded.basis, evidence = excluded.evidence, sentence = excluded.sentence,
             next_step = excluded.next_step, cleared_at = null, cleared_reason = null
       returning id, (xmax = 0) as "isNew"`,
      [firmId, JSON.stringify(flags.map(toRecord))],
    );
    return rows.filter((row) => row.isNew).map((row) => row.id);
  }

  async announceRaised(tx: Transaction, firmId: string, fact: string, flagIds: string[]): Promise<void> {
    await tx.query(
      `insert into outbox (firm_id, id, fact, subject_id)
       select $1, o.id, $2, o.subject_id from unnest($3::uuid[], $4::uuid[]) as o (id, subject_id)`,
      [firmId, fact, flagIds.map(() => newId()), flagIds],
    );
  }

  async setNextChecks(tx: Transaction, firmId: string, searchIds: string[], moments: (Date | null)[]): Promise<void> {
    await tx.query(
      `update search s set next_check_at = n.at
       from unnest($2::uuid[], $3::timestamptz[]) as n (id, at) where s.firm_id = $1 and s.id = n.id`,
      [firmId, searchIds, moments],
    );
  }
}

export interface RaisedFlag extends FlagDecision {
  readonly searchId: string;
}

function patiently<Rows>(database: Database, sql: string, parameters: unknown[]): Promise<Rows> {
  return database.transaction(async (tx) => {
    await tx.query(`set local statement_timeout = '2min'`);
    return tx.query(sql, parameters) as Promise<Rows>;
  });
}

function toRecord(flag: RaisedFlag): Record<string, unknown> {
  return {
    id: newId(),
    rule: flag.rule,
    severity: flag.severity,
    search_id: flag.searchId,
    candidacy_id: flag.subjectType === 'candidacy' ? flag.subjectId : null,
    subject_id: flag.subjectId,
    episode_key: flag.episodeKey,
    since: flag.since,
    deadline: flag.deadline,
    basis: flag.basis,
    evidence: flag.evidence,
    sentence: flag.sentence,
    next_step: flag.nextStep,
  };
}
