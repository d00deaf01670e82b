import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { prepared } from '@app/platform/database/prepared.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import type { Actor } from '@app/identity/identity.types.js';
import { viewer, visibleSearch } from '@app/identity/visible.sql.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import type {
  Engagement,
  LockedSearch,
  Progress,
  SearchErrorCode,
  SearchTemplate,
  TeamMember,
} from './searches.types.js';
import type { Criterion } from '@app/role-templates/role-templates.types.js';
import { lookAgain, progress } from './searches.sql.js';
import { SearchEpisodeEntity } from './search-episode.entity.js';
import { SearchHoldEntity } from './search-hold.entity.js';

export interface NewSearch {
  id: string;
  firmId: string;
  ref: string;
  clientId: string;
  title: string;
  roleKey: string;
  officeId: string;
  leadUserId: string;
  engagement: Engagement;
  confidential: boolean;
  targetDate: LocalDate | null;
  region: string | null;
  openedAt: Date;
  episodeId: string;
}

export interface NewBrief {
  searchId: string;
  at: Date;
  criteria: readonly Criterion[];
}

const LOCKED = `s.id, s.ref, s.title, s.client_id as "clientId", s.office_id as "officeId",
  s.engagement, s.region, s.lead_user_id as "leadUserId", s.confidential, s.status, s.target_date::text as "targetDate",
  s.opened_at as "openedAt", s.closed_at as "closedAt", s.episode_id as "episodeId",
  s.episode_opened_at as "episodeOpenedAt", s.last_progress_at as "lastProgressAt",
  s.progress_key as "progressKey", s.version`;

/** What a foreign key that found nothing means to the person who sent the id. */
const UNKNOWN: Readonly<Record<string, readonly [SearchErrorCode, string]>> = {
  search_firm_id_client_id_fkey: ['unknown_client', 'There is no client with this id.'],
  search_firm_id_office_id_fkey: ['unknown_office', 'There is no office with this id.'],
  search_firm_id_lead_user_id_fkey: ['unknown_team_member', 'The lead is not a user of this firm.'],
  search_member_firm_id_user_id_fkey: ['unknown_team_member', 'Somebody on the team is not a user of this firm.'],
};

@Injectable()
export class SearchesRepository {
  async lockVisible(tx: Transaction, actor: Actor, searchId: string): Promise<LockedSearch | null> {
    const [row] = await prepared<LockedSearch>(
      tx,
      'search_lock',
      `select ${LOCKED} from search s where s.firm_id = $1 and s.id = $4 and ${visibleSearch('s')} for no key update of s`,
      [...viewer(actor), searchId],
    );
    return row ?? null;
  }

  /** An office that there is not is refused as the search is written. */
  async officeZone(tx: Transaction, firmId: string, officeId: string): Promise<string> {
    const [office] = await tx.query<{ zone: string }[]>(
      'select time_zone as zone from office where firm_id = $1 and id = $2',
      [firmId, officeId],
    );
    return office?.zone ?? 'UTC';
  }

  /** The search of a candidacy, which stays in it for good. */
  async lockVisibleOf(tx: Transaction, actor: Actor, candidacyId: string): Promise<LockedSearch | null> {
    const [row] = await prepared<LockedSearch>(
      tx,
      'search_lock_of',
      `select ${LOCKED} from search s
       where s.firm_id = $1 and s.id = (select c.search_id from candidacy_search c where c.firm_id = $1 and c.id = $4)
         and ${visibleSearch('s')} for no key update of s`,
      [...viewer(actor), candidacyId],
    );
    return row ?? null;
  }

  /** Whether no search has this reference; nobody else takes it until the commit. */
  async takeRef(tx: Transaction, firmId: string, ref: string): Promise<boolean> {
    const [row] = await tx.query<{ free: boolean }[]>(
      `select pg_try_advisory_xact_lock(hashtextextended($3, 0))
              and not exists (select 1 from search where firm_id = $1 and ref = $2) as free`,
      [firmId, ref, `search.ref:${firmId}:${ref}`],
    );
    return row?.free ?? false;
  }

  async insert(tx: Transaction, search: NewSearch): Promise<void> {
    const { id, firmId, openedAt, episodeId } = search;
    const written = tx.query(
      `insert into search (firm_id, id, ref, client_id, title, role_key, office_id, lead_user_id, engagement, confidential,
                           status, opened_at, target_date, region, episode_id, episode_opened_at, last_progress_at,
                           progress_key)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', $11, $12, $13, $14, $11, $11, $14)`,
      [
        firmId,
        id,
        search.ref,
        search.clientId,
        search.title,
        search.roleKey,
        search.officeId,
        search.leadUserId,
        search.engagement,
        search.confidential,
        openedAt,
        search.targetDate,
        search.region,
        episodeId,
      ],
    );
    await withKnownIds(written);
    await this.openEpisode(tx, firmId, { id: episodeId, searchId: id, at: openedAt });
  }

  /** What a search of this role starts with; refused where the firm has no such role, or none any more. */
  async template(tx: Transaction, firmId: string, roleKey: string): Promise<SearchTemplate> {
    const [template] = await tx.query<(SearchTemplate & { archived: boolean })[]>(
      'select code, title, criteria, archived from search_role where firm_id = $1 and key = $2',
      [firmId, roleKey],
    );
    if (template && !template.archived) return template;
    const message = template
      ? `The role template “${template.title}” is archived. Choose another, or have it brought back in the settings.`
      : 'There is no role template with this key.';
    throw new DomainError<SearchErrorCode>('role_refused', message, { errors: [{ field: 'roleKey', message }] });
  }

  /** Its next brief, which is the whole of it; those before are kept. The search is locked. */
  async addBrief(tx: Transaction, { firmId, userId }: Actor, { searchId, at, criteria }: NewBrief): Promise<void> {
    await tx.query(
      `with brief as (
         insert into search_brief (firm_id, id, search_id, version, at, by_user_id)
         select $1, $2, $3, 1 + coalesce(max(version), 0), $4, $5
         from search_brief where firm_id = $1 and search_id = $3 returning id)
       insert into search_criterion (firm_id, id, search_id, brief_id, position, text, kind, must_have)
       select $1, c.id, $3, brief.id, c.position, c.text, c.kind, c.must_have
       from brief, unnest($6::uuid[], $7::text[], $8::text[], $9::boolean[])
         with ordinality c (id, text, kind, must_have, position)`,
      [
        ...[firmId, newId(), searchId, at, userId],
        criteria.map(() => newId()),
        criteria.map(({ text }) => text),
        criteria.map(({ kind }) => kind),
        criteria.map(({ mustHave }) => mustHave),
      ],
    );
  }

  async addMembers(
    tx: Transaction,
    firmId: string,
    searchId: string,
    members: readonly { id: string; userId: string; stays: boolean }[],
  ): Promise<void> {
    const written = tx.query(
      `insert into search_member as m (firm_id, id, search_id, user_id, stays)
       select $1, x.* from (
         select n.id, $2::uuid, n.user_id, n.stays from unnest($3::uuid[], $4::uuid[], $5::boolean[]) n (id, user_id, stays)) x
       on conflict (firm_id, search_id, user_id) do update set stays = true where excluded.stays and not m.stays`,
      [
        firmId,
        searchId,
        members.map(({ id }) => id),
        members.map(({ userId }) => userId),
        members.map(({ stays }) => stays),
      ],
    );
    await withKnownIds(written);
  }

  /** Without the lead. Of who has left the firm nobody need be asked any more. */
  members(tx: Transaction, firmId: string, searchId: string): Promise<TeamMember[]> {
    return tx.query(
      `select t.user_id as id, u.name, coalesce(m.stays and u.deactivated_at is null, false) as stays
       from search_team t
       join firm_user u on u.firm_id = t.firm_id and u.id = t.user_id
       left join search_member m on m.firm_id = t.firm_id and m.search_id = t.search_id and m.user_id = t.user_id
       where t.firm_id = $1 and t.search_id = $2 and not t.lead order by u.name, u.id`,
      [firmId, searchId],
    );
  }

  async removeMembersExcept(
    tx: Transaction,
    firmId: string,
    searchId: string,
    userIds: readonly string[],
  ): Promise<void> {
    await tx.query('delete from search_member where firm_id = $1 and search_id = $2 and user_id <> all ($3::uuid[])', [
      firmId,
      searchId,
      userIds,
    ]);
  }

  async update(tx: Transaction, firmId: string, search: LockedSearch): Promise<void> {
    const { id, version, title, targetDate, leadUserId, confidential, clientId, officeId, engagement, region } = search;
    const written = tx.query(
      `update search set title = $4, target_date = $5, lead_user_id = $6, confidential = $7, client_id = $8,
              office_id = $9, engagement = $10, region = $11, version = version + 1
       where firm_id = $1 and id = $2 and version = $3`,
      [
        ...[firmId, id, version, title, targetDate, leadUserId, confidential],
        ...[clientId, officeId, engagement, region],
      ],
    );
    await withKnownIds(written);
    await this.lookAgain(tx, firmId, search.id);
  }

  async openEpisode(
    tx: Transaction,
    firmId: string,
    episode: { id: string; searchId: string; at: Date },
  ): Promise<void> {
    const { id, searchId, at } = episode;
    await tx.insert(SearchEpisodeEntity, { firmId, id, searchId, openedAt: at });
  }

  async closeEpisode(tx: Transaction, firmId: string, episodeId: string, at: Date, reason: string): Promise<void> {
    await tx.query('update search_episode set closed_at = $3, close_reason = $4 where firm_id = $1 and id = $2', [
      firmId,
      episodeId,
      at,
      reason,
    ]);
  }

  async startHold(
    tx: Transaction,
    firmId: string,
    hold: { id: string; searchId: string; at: Date; reason: string | null },
  ): Promise<void> {
    const { id, searchId, at, reason } = hold;
    await tx.insert(SearchHoldEntity, { firmId, id, searchId, startedAt: at, reason });
  }

  /** Of a hold that was to end later, too. */
  async endHold(tx: Transaction, firmId: string, searchId: string, at: Date): Promise<void> {
    await tx.query(
      `update search_hold set ended_at = $3
       where firm_id = $1 and search_id = $2 and started_at <= $3 and (ended_at is null or ended_at > $3)`,
      [firmId, searchId, at],
    );
  }

  /** The latest moment at which a hold of this search began or ended; an end that is still to come has not happened. */
  async lastHoldChange(tx: Transaction, firmId: string, searchId: string): Promise<Date | null> {
    const [row] = await tx.query<{ at: Date | null }[]>(
      `select max(greatest(started_at, case when ended_at <= now() then ended_at end)) as at from search_hold where firm_id = $1 and search_id = $2`,
      [firmId, searchId],
    );
    return row?.at ?? null;
  }

  /**
   * Writes what the facts say at a moment into the row: its status, its episode, its clock. `infinity` is all of them,
   * also where another server's clock is ahead of ours.
   */
  async refresh(tx: Transaction, firmId: string, searchId: string, at: Date | 'infinity'): Promise<void> {
    await tx.query(
      `update search s
       set status = k.status,
           closed_at = case when k.status in ('placed', 'closed') then e.closed_at end,
           close_reason = case when k.status in ('placed', 'closed') then e.close_reason end,
           episode_id = k.episode_id, episode_opened_at = k.episode_opened_at,
           last_progress_at = k.last_progress_at, progress_key = k.progress_key,
           decision_maker_at = k.decision_maker_at, decision_maker_key = k.decision_maker_key,
           version = s.version + case when (s.status, s.episode_id) is distinct from (k.status, k.episode_id) then 1 else 0 end
       from search_clock($1, $3, $2) k
       join search_episode e on e.firm_id = $1 and e.id = k.episode_id
       where s.firm_id = $1 and s.id = $2 and k.search_id = s.id`,
      [firmId, searchId, at],
    );
    await this.lookAgain(tx, firmId, searchId);
  }

  /** In the order every writer of flags takes. */
  async lockAll(tx: Transaction, firmId: string): Promise<void> {
    await tx.query('select 1 from search where firm_id = $1 order by id for no key update', [firmId]);
  }

  /** The progress of every search as the facts say it now. */
  async refreshAll(tx: Transaction, firmId: string): Promise<void> {
    await tx.query(
      `update search s set last_progress_at = k.last_progress_at, progress_key = k.progress_key
       from search_clock($1, 'infinity') k
       where s.firm_id = $1 and s.id = k.search_id
         and (s.last_progress_at, s.progress_key) is distinct from (k.last_progress_at, k.progress_key)`,
      [firmId],
    );
  }

  /** Every running search, locked in the order every writer of flags takes. */
  async lookAtAllAgain(tx: Transaction, firmId: string): Promise<void> {
    await tx.query(
      `update search_check k set next_check_at = '-infinity'
       from (select id from search where firm_id = $1 and status in ('open', 'offer', 'on_hold')
             order by id for no key update) running
       where k.firm_id = $1 and k.search_id = running.id`,
      [firmId],
    );
  }

  async recordProgress(tx: Transaction, { firmId, searchId, at, key }: Progress): Promise<void> {
    const search = { firm: '$1', search: '$2' };
    await prepared(
      tx,
      'search_progress',
      `with again as (${lookAgain(search)}) ${progress({ ...search, at: '$3', key: '$4' })}`,
      [firmId, searchId, at, key],
    );
  }

  async lookAgain(tx: Transaction, firmId: string, searchId: string): Promise<void> {
    await prepared(tx, 'search_look_again', lookAgain({ firm: '$1', search: '$2' }), [firmId, searchId]);
  }
}

async function withKnownIds(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    const constraint = (error as { driverError?: { constraint?: string } }).driverError?.constraint;
    const unknown = constraint ? UNKNOWN[constraint] : undefined;
    if (unknown) throw new DomainError<SearchErrorCode>(...unknown);
    throw error;
  }
}
