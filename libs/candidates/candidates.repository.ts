import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { DEFAULT_PAGE, readPlace, type PageRequest } from '@app/platform/lists/page.js';
import { orderOf, sortedBy, sortedPage, type Sortable } from '@app/platform/lists/sorted.js';
import { prepared } from '@app/platform/database/prepared.js';
import { MOST_DUPLICATES, type PossibleDuplicate, type Reaches } from '@app/platform/persons/possible-duplicates.js';
import type { Actor } from '@app/identity/identity.types.js';
import { viewer, visibleCandidacy } from '@app/identity/visible.sql.js';
import { article14LastDay } from './candidates.sql.js';
import type {
  Article14,
  CandidacyOverview,
  Candidate,
  CandidateFields,
  CandidateFilter,
  CandidateRow,
  CandidateSort,
  KnownAmong,
} from './candidates.types.js';

export type StoredCandidate = Omit<Candidate, 'allowed' | 'candidacies' | 'activeSearches' | 'article14'> & {
  article14: StoredArticle14;
};

/** Who said so is joined in; the moment stays apart, as JSON knows none. */
type StoredArticle14 = Pick<Article14, 'state' | 'by' | 'reason' | 'dueOn'> & { at: string | null };

export type StoredCandidacy = Omit<CandidacyOverview, 'window'> & {
  roleKey: string;
  timeZone: string;
  openedAt: Date | null;
  offerExtendedAt: Date | null;
  endedAt: Date | null;
};

const ROW = `c.id, c.ref, c.name, c.title, c.employer, c.city, c.country, c.layer, c.signals, c.source, c.version`;
const RECORD = `${ROW}, c.email, c.phone, c.profile_url as "profileUrl", c.in_market_since::text as "inMarketSince",
  c.erased_at is not null as erased, jsonb_build_object('state', c.article14_state, 'at', c.article14_at, 'reason', c.article14_reason,
    'dueOn', ${article14LastDay('c')},
    'by', (select jsonb_build_object('id', u.id, 'name', u.name) from firm_user u
           where u.firm_id = c.firm_id and u.id = c.article14_by)) as article14`;

/** More hits than this are read along the names instead of being sorted. */
const MOST_SORTED = 5_000;

/** In the order of languages, and by an index that has that order. */
const SORTABLE = {
  name: { sql: 'c.name', type: 'text' },
  employer: { sql: '(c.employer collate "und-x-icu")', type: 'text', optional: true },
  city: { sql: '(c.city collate "und-x-icu")', type: 'text', optional: true },
  added: { sql: 'c.id', type: 'uuid' },
} satisfies Record<string, Sortable>;

export type ListedCandidate = CandidateRow & { sort_key: string | null };

const ACTIVE_IN = `l.search_status in ('open', 'on_hold', 'offer') and ${visibleCandidacy('l')}`;

const ACTIVE = `cross join lateral (
  select count(*)::int as "activeSearches" from live_candidacy l
  where l.firm_id = $1 and l.candidate_id = c.id and ${ACTIVE_IN}
) active`;

@Injectable()
export class CandidatesRepository {
  /** One page, in one query; a row more than asked for tells that there is another page. */
  async list(
    db: Transaction,
    actor: Actor,
    filter: CandidateFilter,
    page: PageRequest & { sort?: CandidateSort },
  ): Promise<ListedCandidate[]> {
    const parameters = viewer(actor);
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const by = sortedBy(SORTABLE, page.sort, 'name');
    const place = readPlace(page.after, by);
    const limit = (page.limit ?? DEFAULT_PAGE) + 1;
    const asked = filter.q ? bind(filter.q) : null;
    const where = ['c.firm_id = $1', 'c.erased_at is null', ...conditionsOf(filter, bind)];
    const walk = { from: 'candidate', alias: 'c', columns: 'c.*', where, by, place, limit, bind };
    const text = `${asked ? matchedPage(walk, asked) : `with page as (${sortedPage(walk)})`}
       select ${ROW}, c.sort_key, active."activeSearches" from page c ${ACTIVE} order by ${orderOf(by, 'c.id')}`;
    // how to find best depends on what is asked for, so that is planned every time
    if (asked || where.length > 2 || by.sql !== SORTABLE.name.sql || by.down) return db.query(text, parameters);
    return prepared<ListedCandidate>(db, `candidates_${place ? 'after' : 'first'}_${limit}`, text, parameters);
  }

  async find(db: Transaction, firmId: string, candidateId: string): Promise<StoredCandidate | null> {
    const [row] = await db.query<StoredCandidate[]>(
      `select ${RECORD} from candidate c where c.firm_id = $1 and c.id = $2`,
      [firmId, candidateId],
    );
    return row ?? null;
  }

  async lock(tx: Transaction, firmId: string, candidateId: string): Promise<StoredCandidate | null> {
    const [row] = await tx.query<StoredCandidate[]>(
      `select ${RECORD} from candidate c where c.firm_id = $1 and c.id = $2 for no key update`,
      [firmId, candidateId],
    );
    return row ?? null;
  }

  async candidacies(
    db: Transaction,
    actor: Actor,
    candidateId: string,
  ): Promise<(StoredCandidacy & { active: boolean })[]> {
    return db.query(
      `select o.id, jsonb_build_object('id', o.search_id, 'title', o.search_title) as search,
              o.stage_label as "stageLabel", o.outcome, o.time_zone as "timeZone", o.window_opened_at as "openedAt",
              o.offer_extended_at as "offerExtendedAt", o.ended_at as "endedAt",
              o.outcome is null and o.search_status in ('open', 'on_hold', 'offer') as active, s.role_key as "roleKey"
       from candidacy_overview o
       join search_header s on s.firm_id = o.firm_id and s.id = o.search_id
       where o.firm_id = $1 and o.candidate_id = $4
         and ${visibleCandidacy('o')}
       order by o.created_at desc, o.id desc`,
      [...viewer(actor), candidateId],
    );
  }

  async insert(tx: Transaction, firmId: string, id: string, fields: CandidateFields): Promise<void> {
    await tx.query(
      `insert into candidate (firm_id, id, name, email, phone, profile_url, city, country, title, employer, layer,
                              signals, source, in_market_since)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [firmId, id, ...values(fields)],
    );
  }

  /** Who else has one of these already, however it is written. */
  async withSameReach(
    db: Transaction,
    firmId: string,
    { email, phone, profileUrl }: Reaches,
    except: string | null,
  ): Promise<PossibleDuplicate[]> {
    return db.query(
      sameReach('lower($2::text)', 'phone_key($3)', 'profile_key($4)', 'and c.id is distinct from $5::uuid'),
      [firmId, email, phone, profileUrl, except],
    );
  }

  /** The same of several people at once, and who of the list before them has one of these too. */
  async existing(db: Transaction, firmId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await db.query<{ id: string }[]>(
      'select id from candidate where firm_id = $1 and id = any ($2::uuid[])',
      [firmId, ids],
    );
    return rows.map(({ id }) => id);
  }

  async knownAmong(db: Transaction, firmId: string, people: readonly Reaches[]): Promise<KnownAmong[]> {
    return db.query(
      `with asked as materialized (
         select (x.n - 1)::int as at, lower(x.email) as email, phone_key(x.phone) as phone, profile_key(x.link) as link
         from unnest($2::text[], $3::text[], $4::text[]) with ordinality x (email, phone, link, n)
       )
       select a.at, (select min(b.at) from asked b
                     where b.at < a.at and (b.email = a.email or b.phone = a.phone or b.link = a.link)) as "sameAs",
              coalesce((select jsonb_agg(k) from (${sameReach('a.email', 'a.phone', 'a.link')}) k), '[]') as duplicates
       from asked a order by a.at`,
      [
        firmId,
        people.map(({ email }) => email),
        people.map(({ phone }) => phone),
        people.map(({ profileUrl }) => profileUrl),
      ],
    );
  }

  async setArticle14(
    tx: Transaction,
    firmId: string,
    candidateId: string,
    notice: { state: Article14['state']; at: Date | null; by: string | null; reason: string | null },
  ): Promise<void> {
    await tx.query(
      `update candidate
       set article14_state = $3, article14_at = $4, article14_by = $5, article14_reason = $6, version = version + 1
       where firm_id = $1 and id = $2`,
      [firmId, candidateId, notice.state, notice.at, notice.by, notice.reason],
    );
  }

  async update(
    tx: Transaction,
    firmId: string,
    candidate: CandidateFields & { id: string; version: number },
  ): Promise<void> {
    await tx.query(
      `update candidate
       set name = $4, email = $5, phone = $6, profile_url = $7, city = $8, country = $9, title = $10, employer = $11,
           layer = $12, signals = $13, source = $14, in_market_since = $15, version = version + 1
       where firm_id = $1 and id = $2 and version = $3`,
      [firmId, candidate.id, candidate.version, ...values(candidate)],
    );
  }
}

/** Who has one of three keys, and which. */
const sameReach = (email: string, phone: string, link: string, but = ''): string =>
  `select c.id, c.name, array_remove(array[
            case when lower(c.email) = ${email} then 'email' end,
            case when phone_key(c.phone) = ${phone} then 'phone' end,
            case when profile_key(c.profile_url) = ${link} then 'profileUrl' end], null) as same
   from candidate c
   where c.firm_id = $1 and c.erased_at is null ${but}
     and (lower(c.email) = ${email} or phone_key(c.phone) = ${phone} or profile_key(c.profile_url) = ${link})
   order by c.name, c.id limit ${MOST_DUPLICATES}`;

const CITY = '(y.city collate "und-x-icu")';
const nextCity = (beyond: string): string =>
  `select ${CITY} as city from candidate y where y.firm_id = $1 and ${CITY} is not null and ${beyond} order by ${CITY} limit 1`;

/** What narrows the list but for the words, whose index is treated apart. */
function conditionsOf(filter: CandidateFilter, bind: (value: unknown) => string): string[] {
  const wanted: string[] = [];
  if (filter.country) wanted.push(`c.country = ${bind(filter.country)}`);
  if (filter.layer) wanted.push(`c.layer = ${bind(filter.layer)}`);
  if (filter.signal) wanted.push(`c.signals @> array[${bind(filter.signal)}]`);
  if (filter.city) {
    // a firm knows few cities: they are told one from the next along their index, and the words looked for among those
    wanted.push(`c.city = any (array(
      with recursive known as (
        (${nextCity('true')})
        union all
        select (${nextCity(`${CITY} > k.city`)}) from known k where k.city is not null
      )
      select k.city from known k where found_words(k.city) @@ asked_words(${bind(filter.city)})))`);
  }
  if (filter.active !== undefined) {
    wanted.push(`${filter.active ? '' : 'not '}exists (
      select 1 from live_candidacy l where l.firm_id = $1 and l.candidate_id = c.id and ${ACTIVE_IN})`);
  }
  return wanted;
}

/**
 * Match first, then sort: a hundred times faster than filtering along the order, unless so many match that sorting
 * them is the slow part. Then every page is found soon along the order, and `is true` keeps the words' index out of it.
 */
function matchedPage(walk: Parameters<typeof sortedPage>[0], asked: string): string {
  const { by, where } = walk;
  const among = { ...by, sql: 'm.sort_value' };
  const words = `c.words @@ asked_words(${asked})`;
  const chosen = { ...walk, columns: 'm.id', from: 'matched', alias: 'm', by: among };
  return `with matched as materialized (
    select c.id, ${by.sql} as sort_value from candidate c where ${[...where, words].join(' and ')} limit ${MOST_SORTED + 1}
  ), many as materialized (
    select count(*) > ${MOST_SORTED} as yes from matched
  ), chosen as (
    ${sortedPage({ ...chosen, where: ['not (select yes from many)'] })}
    union all
    ${sortedPage({ ...walk, columns: 'c.id', where: ['(select yes from many)', ...where, `(${words}) is true`] })}
  ), page as (
    select c.*, p.sort_key from chosen p join candidate c on c.firm_id = $1 and c.id = p.id
  )`;
}

const values = (fields: CandidateFields): unknown[] => [
  fields.name,
  fields.email ?? null,
  fields.phone ?? null,
  fields.profileUrl ?? null,
  fields.city ?? null,
  fields.country ?? null,
  fields.title ?? null,
  fields.employer ?? null,
  fields.layer ?? null,
  fields.signals ?? [],
  fields.source ?? null,
  fields.inMarketSince ?? null,
];
