import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import { cursorMoment, DEFAULT_PAGE, readCursor, type PageRequest } from '@app/platform/lists/page.js';
import type { Transaction } from '@app/platform/database/database.js';
import type { Actor } from '@app/identity/identity.types.js';
import { isConfidential, onTeam, viewer, visibleSearch } from '@app/identity/visible.sql.js';
import { HANDED_ON, SNOOZED_UNTIL } from './flags.sql.js';
import type {
  Assignee,
  Episode,
  Handler,
  LockedFlag,
  OpenFlag,
  PastFlag,
  Person,
  SearchNames,
  WhyFact,
} from './flags.types.js';

const VISIBLE = visibleSearch('s');
/** $3: the person who asks. */
const ON_TEAM = onTeam('f');
const IS_OWNER = `$3::uuid is not null and (f.assigned_to = $3::uuid or exists (
  select 1 from flag_owner o where o.firm_id = f.firm_id and o.flag_id = f.id and o.user_id = $3::uuid))`;

export type OpenFlagRow = Omit<OpenFlag, 'allowed'> & Handler;

export type HistoryRow = Omit<PastFlag, 'acknowledgedAfter' | 'clearedAfter'> & { raisedKey: string };

export type FlagActionName = 'acknowledged' | 'reopened' | 'snoozed' | 'woken' | 'assigned';

/** Flags as people see them and what they do with them; progress hides a flag in the very commit that records it. */
@Injectable()
export class FlagsRepository {
  async maySee(db: EntityManager, actor: Actor, searchId: string): Promise<boolean> {
    const rows: unknown[] = await db.query(`select 1 from search s where s.firm_id = $1 and s.id = $4 and ${VISIBLE}`, [
      ...viewer(actor),
      searchId,
    ]);
    return rows.length > 0;
  }

  /** Open flags of a search, or the one asked for. */
  openFlags(
    db: EntityManager,
    { firmId, userId }: Actor,
    searchId: string,
    flagId: string | null = null,
  ): Promise<OpenFlagRow[]> {
    return db.query(
      `select f.id, f.search_id as "searchId", f.rule, f.severity, f.candidacy_id as "candidacyId",
              c.candidate_id as "candidateId", c.candidate_name as "candidateName", f.since, f.deadline, f.basis, f.evidence, f.sentence, f.next_step as "nextStep", f.raised_at as "raisedAt",
              case when h.acknowledged_at is not null then jsonb_build_object(
                'at', h.acknowledged_at, 'reason', h.acknowledge_reason,
                'by', case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end) end
                as acknowledgement,
              ${SNOOZED_UNTIL} as "snoozedUntil",
              case when x.id is not null then jsonb_build_object('id', x.id, 'name', x.name) end as "assignedTo",
              ${HANDED_ON} as "handedOn",
              jsonb_build_object('id', w.id, 'name', w.name) as owner, h.escalated_at as "escalatedAt",
              ${ON_TEAM} as "onTeam", coalesce(h.assigned_to = $3 or o.user_id = $3, false) as "isOwner"
       from open_flag f
       join stall_flag h on h.firm_id = f.firm_id and h.id = f.id
       join flag_owner o on o.firm_id = f.firm_id and o.flag_id = f.id
       join firm_user w on w.firm_id = f.firm_id and w.id = o.user_id
       left join firm_user x on x.firm_id = f.firm_id and x.id = h.assigned_to
       left join firm_user a on a.firm_id = f.firm_id and a.id = h.acknowledged_by
       left join candidacy_card c on c.firm_id = f.firm_id and c.id = f.candidacy_id
       where f.firm_id = $1 and f.search_id = $2 and ($4::uuid is null or f.id = $4)
       order by f.severity, f.deadline, f.rule, f.id`,
      [firmId, searchId, userId, flagId],
    );
  }

  /** The flag's search, when this person may see it. */
  async searchOf(db: EntityManager, actor: Actor, flagId: string): Promise<string | null> {
    const [row] = await db.query<{ id: string }[]>(
      `select s.id from stall_flag f join search s on s.firm_id = f.firm_id and s.id = f.search_id
       where f.firm_id = $1 and f.id = $4 and ${VISIBLE}`,
      [...viewer(actor), flagId],
    );
    return row?.id ?? null;
  }

  /** The fact a flag's clock runs from. What was said elsewhere keeps to itself by whom. */
  async factOf(db: EntityManager, firmId: string, flagId: string): Promise<WhyFact | null> {
    const [row] = await db.query<WhyFact[]>(
      `select x.kind, x.at, x.what, u.name as by, c.id as "candidacyId", c.candidate_name as "candidateName"
       from stall_flag f
       cross join lateral (
         select 'stage_move' as kind, m.at, g.label as what, m.by_user_id, m.candidacy_id
         from stage_move m join stage g on g.firm_id = m.firm_id and g.id = m.to_stage_id
         where m.firm_id = f.firm_id and m.id = f.episode_key
         union all
         select 'activity', a.at, a.kind::text, case when a.search_id = f.search_id then a.by_user_id end, (
           select k.id from candidacy k
           where k.firm_id = a.firm_id and k.search_id = f.search_id and k.candidate_id = a.candidate_id limit 1)
         from activity a where a.firm_id = f.firm_id and a.id = f.episode_key
         union all
         select 'interview', i.starts_at, null, i.set_by, i.candidacy_id
         from interview i where i.firm_id = f.firm_id and i.id = f.episode_key
         union all
         select 'offer', case when o.id = f.episode_key then o.extended_at else o.decided_at end,
                case when o.id = f.episode_key then 'extended' else o.decision end, null, o.candidacy_id
         from candidacy_offer o
         where o.firm_id = f.firm_id and o.search_id = f.search_id
           and f.episode_key in (o.id, offer_decision_key(o.id))
         union all
         select 'search_opened', e.opened_at, null, null, null
         from search_episode e where e.firm_id = f.firm_id and e.id = f.episode_key
       ) x
       left join firm_user u on u.firm_id = f.firm_id and u.id = x.by_user_id
       left join candidacy_card c on c.firm_id = f.firm_id and c.id = x.candidacy_id and c.search_id = f.search_id
       where f.firm_id = $1 and f.id = $2`,
      [firmId, flagId],
    );
    return row ?? null;
  }

  /** Every flag ever raised on a search, the newest first; a row more than asked for tells that there is another page. */
  history(
    db: EntityManager,
    firmId: string,
    searchId: string,
    { after, limit = DEFAULT_PAGE }: PageRequest,
  ): Promise<HistoryRow[]> {
    const cursor = readCursor(after, ['moment', 'uuid']);
    return db.query(
      `select f.id, f.rule, f.severity, f.candidacy_id as "candidacyId", c.candidate_name as "candidateName", f.sentence,
              case when f.state = 'open' and v.id is null then 'cleared' else f.state end as state,
              f.since, f.raised_at as "raisedAt", f.acknowledged_at as "acknowledgedAt", u.name as "acknowledgedBy",
              f.escalated_at as "escalatedAt", f.cleared_at as "clearedAt", f.cleared_reason as "clearedReason",
              ${cursorMoment('f.raised_at')} as "raisedKey"
       from stall_flag f
       left join open_flag v on v.firm_id = f.firm_id and v.id = f.id
       left join firm_user u on u.firm_id = f.firm_id and u.id = f.acknowledged_by
       left join candidacy_card c on c.firm_id = f.firm_id and c.id = f.candidacy_id
       where f.firm_id = $1 and f.search_id = $2 and ($3::timestamptz is null or (f.raised_at, f.id) < ($3, $4::uuid))
       order by f.raised_at desc, f.id desc limit $5`,
      [firmId, searchId, cursor?.[0] ?? null, cursor?.[1] ?? null, limit + 1],
    );
  }

  /** The moments of every episode of a search, the oldest first. */
  episodes(db: EntityManager, firmId: string, searchId: string): Promise<Episode[]> {
    return db.query(
      `select rule, raised_at as "raisedAt", acknowledged_at as "acknowledgedAt", cleared_at as "clearedAt"
       from stall_flag where firm_id = $1 and search_id = $2 order by raised_at, id`,
      [firmId, searchId],
    );
  }

  /** Names of those searches that this person may see. */
  headers(db: EntityManager, actor: Actor, searchIds: readonly string[]): Promise<SearchNames[]> {
    return db.query(
      `select s.id, s.ref, s.title, s.client_name as "clientName", ${isConfidential('s')} as confidential,
              json_build_object('id', s.lead_user_id, 'name', s.lead_name) as lead
       from search_header s where s.firm_id = $1 and s.id = any ($4) and ${VISIBLE}`,
      [...viewer(actor), searchIds],
    );
  }

  async candidateNames(
    db: EntityManager,
    firmId: string,
    candidacyIds: readonly string[],
  ): Promise<Map<string, string>> {
    const rows: { id: string; name: string }[] = await db.query(
      'select id, candidate_name as name from candidacy_card where firm_id = $1 and id = any ($2)',
      [firmId, candidacyIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Locks first the search, as progress and sweep do, then the flag. Null: not there, or not for this person to see. */
  async lock(tx: Transaction, actor: Actor, flagId: string): Promise<LockedFlag | null> {
    const held: unknown[] = await tx.query(
      `select 1 from search s
       where s.firm_id = $1 and s.id = (select f.search_id from stall_flag f where f.firm_id = $1 and f.id = $4) and ${VISIBLE}
       for no key update of s`,
      [...viewer(actor), flagId],
    );
    if (held.length === 0) return null;
    const [row] = await tx.query<LockedFlag[]>(
      `select f.id, f.search_id as "searchId",
              case when f.state = 'open' and not exists (
                select 1 from open_flag v where v.firm_id = f.firm_id and v.id = f.id) then 'cleared' else f.state end as state,
              f.acknowledged_by as "acknowledgedBy", f.acknowledge_reason as "acknowledgeReason",
              case when f.snoozed_until > now() then f.snoozed_until end as "snoozedUntil", f.assigned_to as "assignedTo",
              o.time_zone as zone, ${ON_TEAM} as "onTeam", ${IS_OWNER} as "isOwner"
       from stall_flag f
       join search s on s.firm_id = f.firm_id and s.id = f.search_id
       join office o on o.firm_id = s.firm_id and o.id = s.office_id
       where f.firm_id = $1 and f.id = $2 for no key update of f`,
      [actor.firmId, flagId, actor.userId],
    );
    return row ?? null;
  }

  /** A user of the firm, who does not leave before the commit, and whether they may see the flag's search. */
  async assignee(
    tx: Transaction,
    firmId: string,
    userId: string,
    searchId: string,
  ): Promise<(Person & Assignee) | null> {
    const [row] = await tx.query<(Person & Assignee)[]>(
      `select u.id, u.name, u.deactivated_at is not null as "hasLeft",
              ${visibleSearch('s', { all: 'false', user: 'u.id' })} as "maySeeSearch"
       from firm_user u, search s where u.firm_id = $1 and u.id = $2 and s.firm_id = $1 and s.id = $3
       for key share of u`,
      [firmId, userId, searchId],
    );
    return row ?? null;
  }

  async acknowledge(tx: Transaction, { firmId, userId }: Actor, flagId: string, reason: string): Promise<void> {
    await tx.query(
      `update stall_flag set acknowledged_at = now(), acknowledged_by = $3, acknowledge_reason = $4
       where firm_id = $1 and id = $2`,
      [firmId, flagId, userId, reason],
    );
  }

  async takeBack(tx: Transaction, firmId: string, flagId: string): Promise<void> {
    await tx.query(
      `update stall_flag set acknowledged_at = null, acknowledged_by = null, acknowledge_reason = null
       where firm_id = $1 and id = $2`,
      [firmId, flagId],
    );
  }

  async snooze(tx: Transaction, firmId: string, flagId: string, until: Date | null): Promise<void> {
    await tx.query('update stall_flag set snoozed_until = $3 where firm_id = $1 and id = $2', [firmId, flagId, until]);
  }

  async assign(tx: Transaction, firmId: string, flagId: string, userId: string | null): Promise<void> {
    await tx.query('update stall_flag set assigned_to = $3 where firm_id = $1 and id = $2', [firmId, flagId, userId]);
  }

  /** The sweep looks at the search again no later than this. */
  async lookAgainAt(tx: Transaction, firmId: string, searchId: string, at: Date): Promise<void> {
    await tx.query(
      'update search_check set next_check_at = least(next_check_at, $3) where firm_id = $1 and search_id = $2',
      [firmId, searchId, at],
    );
  }

  async recordAction(
    tx: Transaction,
    { firmId, userId }: Actor,
    flagId: string,
    action: FlagActionName,
    detail: Record<string, unknown>,
  ): Promise<void> {
    await tx.query(
      'insert into flag_action (firm_id, id, flag_id, action, by_user_id, detail) values ($1, $2, $3, $4, $5, $6)',
      [firmId, newId(), flagId, action, userId, JSON.stringify(detail)],
    );
  }
}
