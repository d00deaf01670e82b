import type { SearchStatus } from '@app/vocabulary/vocabulary.types.js';
import { Injectable } from '@nestjs/common';
import { readPlace, DEFAULT_PAGE, type PageRequest } from '@app/platform/lists/page.js';
import { orderOf, sortedBy, sortedPage, type Sortable } from '@app/platform/lists/sorted.js';
import type { Transaction } from '@app/platform/database/database.js';
import type { Actor } from '@app/identity/identity.types.js';
import { viewer, visibleSearch } from '@app/identity/visible.sql.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import type { Brief, BriefVersion, Engagement, Search, SearchFilter, SearchRow, SearchSort } from './searches.types.js';
import type { Criterion } from '@app/role-templates/role-templates.types.js';

/** A row as read: what the clock and the rules add is still missing. */
export type StoredRow = Omit<SearchRow, 'day'> & { timeZone: string; episodeOpenedAt: Date; closedAt: Date | null };

export type StoredSearch = StoredRow & Omit<Search, keyof SearchRow | 'closedAt' | 'allowed'>;

/** A row of a list with its place in it. */
export type ListedRow = StoredRow & { sort_key: string | null };

const HEALTH =
  'left join lateral (select * from search_health x where x.firm_id = $1 and x.search_id = s.id) h on true';
const LIVE = `cross join lateral (
            select count(*)::int as count from live_candidacy l where l.firm_id = $1 and l.search_id = s.id
          ) live`;
const WORSE = "array_position(array['on_hold', 'on_track', 'at_risk', 'stalled'], h.health)";

const criteriaOf = (brief: string): string => `
  coalesce((select jsonb_agg(jsonb_build_object('text', text, 'kind', kind, 'mustHave', must_have) order by position)
            from search_criterion where firm_id = $1 and brief_id = ${brief}), '[]') as criteria`;
const BRIEF = `b.version, b.at, case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as by
  from search_brief b left join firm_user u on u.firm_id = b.firm_id and u.id = b.by_user_id`;

const SORTABLE = {
  opened: { sql: 's.opened_at', type: 'moment' },
  title: { sql: 's.title', type: 'text' },
  client: { sql: 's.client_name', type: 'text' },
  lead: { sql: 's.lead_name', type: 'text' },
  health: { sql: WORSE, type: 'number', optional: true, join: HEALTH },
  active: { sql: 'live.count', type: 'number', join: LIVE },
  target: { sql: 's.target_date', type: 'day', optional: true },
} satisfies Record<string, Sortable>;

interface Row {
  id: string;
  ref: string | null;
  title: string;
  role_key: string;
  client_id: string;
  client_name: string;
  lead_user_id: string;
  lead_name: string;
  office_id: string;
  office_key: string;
  time_zone: string;
  engagement: Engagement;
  region: string | null;
  status: SearchStatus;
  confidential: boolean;
  opened_at: Date;
  sort_key: string | null;
  episode_opened_at: Date;
  target_date: LocalDate | null;
  closed_at: Date | null;
  close_reason: Search['closeReason'];
  health: SearchRow['health'];
  reason: string | null;
  next_step: string | null;
  active_count: number;
  version: number;
}

interface DetailRow {
  team: Search['team'];
  criteria: Criterion[];
  holds: { startedAt: string; endedAt: string | null; reason: string | null }[];
}

/** Reads of searches with the names, the health and the counts beside them. */
@Injectable()
export class SearchListsRepository {
  /** One page in one query; a row more than asked for tells that there is another page. */
  async list(
    db: Transaction,
    actor: Actor,
    filter: SearchFilter,
    page: PageRequest & { sort?: SearchSort },
  ): Promise<ListedRow[]> {
    const parameters = viewer(actor);
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const where = ['s.firm_id = $1', visibleSearch('s'), ...conditionsOf(filter, bind)];
    const by = sortedBy(SORTABLE, page.sort, '-opened');
    const place = readPlace(page.after, by);
    const limit = (page.limit ?? DEFAULT_PAGE) + 1;
    const walk = { from: 'search_header', alias: 's', columns: 's.*', where, by, place, limit, bind };
    const rows = await db.query<Row[]>(
      `with page as (${sortedPage(walk)}) ${rowsOf('page')} order by ${orderOf(by, 's.id')}`,
      parameters,
    );
    return rows.map((row) => ({ ...storedRow(row), sort_key: row.sort_key }));
  }

  async find(db: Transaction, actor: Actor, searchId: string): Promise<StoredSearch | null> {
    const [row] = await db.query<Row[]>(
      `with found as (select * from search_header s where s.firm_id = $1 and s.id = $4 and ${visibleSearch('s')}) ${rowsOf('found')}`,
      [...viewer(actor), searchId],
    );
    return row ? this.withDetail(db, actor.firmId, row) : null;
  }

  /** The latest first. */
  briefs(db: Transaction, firmId: string, searchId: string, limit: number): Promise<BriefVersion[]> {
    return db.query(`select ${BRIEF} where b.firm_id = $1 and b.search_id = $2 order by b.version desc limit $3`, [
      firmId,
      searchId,
      limit,
    ]);
  }

  async brief(db: Transaction, firmId: string, searchId: string, version: number): Promise<Brief | null> {
    const [row] = await db.query<Brief[]>(
      `select ${criteriaOf('b.id')}, ${BRIEF} where b.firm_id = $1 and b.search_id = $2 and b.version = $3`,
      [firmId, searchId, version],
    );
    return row ?? null;
  }

  private async withDetail(db: Transaction, firmId: string, row: Row): Promise<StoredSearch> {
    const [detail] = await db.query<DetailRow[]>(
      `select
         coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by t.lead desc, u.name, u.id)
                   from search_team t join firm_user u on u.firm_id = t.firm_id and u.id = t.user_id
                   where t.firm_id = $1 and t.search_id = $2), '[]') as team,
         ${criteriaOf('(select id from search_brief where firm_id = $1 and search_id = $2 order by version desc limit 1)')},
         coalesce((select jsonb_agg(jsonb_build_object('startedAt', started_at, 'endedAt', ended_at, 'reason', reason)
                                    order by started_at)
                   from search_hold where firm_id = $1 and search_id = $2), '[]') as holds`,
      [firmId, row.id],
    );
    return {
      ...storedRow(row),
      office: { id: row.office_id, key: row.office_key, timeZone: row.time_zone },
      engagement: row.engagement,
      region: row.region,
      closeReason: row.close_reason,
      team: detail?.team ?? [],
      criteria: detail?.criteria ?? [],
      holds: (detail?.holds ?? []).map(({ startedAt, endedAt, reason }) => ({
        startedAt: new Date(startedAt),
        endedAt: endedAt === null ? null : new Date(endedAt),
        reason,
      })),
    };
  }
}

function conditionsOf(filter: SearchFilter, bind: (value: unknown) => string): string[] {
  const wanted: string[] = [];
  if (filter.status) wanted.push(`s.status = ${bind(filter.status)}`);
  if (filter.leadId) wanted.push(`s.lead_user_id = ${bind(filter.leadId)}::uuid`);
  if (filter.clientId) wanted.push(`s.client_id = ${bind(filter.clientId)}::uuid`);
  if (filter.officeId) wanted.push(`s.office_id = ${bind(filter.officeId)}::uuid`);
  if (filter.roleKey) wanted.push(`s.role_key = ${bind(filter.roleKey)}`);
  if (filter.health) {
    wanted.push(`s.id in (
      select x.search_id from search_health x where x.firm_id = $1 and x.health = ${bind(filter.health)})`);
  }
  if (filter.q) {
    wanted.push(`s.id in (
      select x.search_id from search_words x where x.firm_id = $1 and x.words @@ asked_words(${bind(filter.q)}))`);
  }
  return wanted;
}

/** Health and the number of live candidacies beside each header. */
function rowsOf(headers: string): string {
  return `select s.*, s.target_date::text as target_date, h.health, h.sentences[1] as reason, h.next_step, live.count as active_count
          from ${headers} s
          ${HEALTH}
          ${LIVE}`;
}

function storedRow(row: Row): StoredRow {
  return {
    id: row.id,
    ref: row.ref,
    title: row.title,
    roleKey: row.role_key,
    client: { id: row.client_id, name: row.client_name },
    lead: { id: row.lead_user_id, name: row.lead_name },
    status: row.status,
    confidential: row.confidential,
    openedAt: row.opened_at,
    targetDate: row.target_date,
    health: row.health,
    reason: row.reason,
    nextStep: row.next_step,
    activeCount: row.active_count,
    version: row.version,
    timeZone: row.time_zone,
    episodeOpenedAt: row.episode_opened_at,
    closedAt: row.closed_at,
  };
}
