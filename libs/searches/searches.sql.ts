import { isConfidential, visibleSearch } from '@app/identity/visible.sql.js';
import { func, view } from '@app/platform/migrate/definitions.sql.js';

/** Nobody who has left or has not joined yet. */
const JOINED = 'u.deactivated_at is null and u.auth_user_id is not null';
const PARTNER_ON_TEAM = `exists (
    select 1 from search_team t
    join firm_user u on u.firm_id = t.firm_id and u.id = t.user_id and u.role = 'partner' and ${JOINED}
    where t.firm_id = s.firm_id and t.search_id = s.id offset 0)`;

type Words<Name extends string> = Readonly<Record<Name, string>>;

/** Has a search looked at again; a statement or a part of one, as the next. Parameters as they are called there. */
export const lookAgain = ({ firm, search }: Words<'firm' | 'search'>): string =>
  `update search_check set next_check_at = '-infinity' where firm_id = ${firm} and search_id = ${search}`;

/** Something moved in a search: its clock goes forward, and never back. */
export const progress = ({ firm, search, at, key }: Words<'firm' | 'search' | 'at' | 'key'>, where = ''): string =>
  `update search set last_progress_at = greatest(last_progress_at, ${at}::timestamptz),
     progress_key = case when (last_progress_at, progress_key) < (${at}::timestamptz, ${key}::uuid) then ${key}::uuid
                         else progress_key end
   where firm_id = ${firm} and id = ${search} ${where}`;

export const SEARCHES_SQL = [
  // What the facts of a search say of it. An offer that nobody has answered is out for somebody who is still in the search.
  func(
    'search_status',
    `(closed boolean, close_reason text, on_hold boolean, offer_out boolean) returns text language sql immutable parallel safe
      as $$ select case when closed and close_reason = 'placed' then 'placed'
                        when closed then 'closed'
                        when on_hold then 'on_hold'
                        when offer_out then 'offer'
                        else 'open' end $$`,
  ),
  // The hold of a search has ended at a moment that was known ahead: its row follows.
  func(
    'resume_search',
    `(p_firm uuid, p_search uuid) returns void language plpgsql as $fn$
      begin
        update search s set status = k.status, version = s.version + 1
        from search_clock(p_firm, now(), p_search) k
        where s.firm_id = p_firm and s.id = k.search_id and s.status = 'on_hold' and k.status <> 'on_hold';
      end $fn$`,
  ),
  // A search with the names beside its ids. Who may see it is for the reader to ask.
  view(
    'search_header',
    `
      select s.firm_id, s.id, s.ref, s.title, s.role_key, s.client_id, c.name as client_name,
             s.lead_user_id, u.name as lead_name, s.office_id, o.key as office_key, o.time_zone,
             s.engagement, ${isConfidential('s')} as confidential, s.status, s.opened_at, s.target_date, s.closed_at, s.close_reason, s.region,
             s.episode_id, s.episode_opened_at, s.version
      from search s
      join client c on c.firm_id = s.firm_id and c.id = s.client_id
      join firm_user u on u.firm_id = s.firm_id and u.id = s.lead_user_id
      join office o on o.firm_id = s.firm_id and o.id = s.office_id
    `,
  ),
  // What a search is found by: its own words and those of its client.
  view(
    'search_words',
    `
      select s.firm_id, s.id as search_id, s.words || c.words as words
      from search s
      join client c on c.firm_id = s.firm_id and c.id = s.client_id
    `,
  ),
  // Everybody who works on a search: a confidential one is theirs alone.
  view(
    'search_team',
    `
      select s.firm_id, s.id as search_id, s.lead_user_id as user_id, true as lead from search s
      union all
      select m.firm_id, m.search_id, m.user_id, false from search_member m
      where not exists (
        select 1 from search s where s.firm_id = m.firm_id and s.id = m.search_id and s.lead_user_id = m.user_id
      )
    `,
  ),
  // Who may read of a search: everybody in the firm, or, when it is confidential, its lead and its team.
  view(
    'search_reader',
    `
      select s.firm_id, s.id as search_id, u.id as user_id
      from search s
      join firm_user u on u.firm_id = s.firm_id
      where u.deactivated_at is null and ${visibleSearch('s', { all: 'false', user: 'u.id' })}
    `,
  ),
  // Who hears of a search when nobody acts: the partners on its team; else those of its office, unless it is confidential;
  // else its lead. Asked for one search it looks at that search alone.
  view(
    'search_partner',
    `
      select t.firm_id, t.search_id, t.user_id
      from search_team t
      join firm_user u on u.firm_id = t.firm_id and u.id = t.user_id and u.role = 'partner' and ${JOINED}
      union all
      select s.firm_id, s.id, u.id
      from search s
      join firm_user u on u.firm_id = s.firm_id and u.office_id = s.office_id and u.role = 'partner' and ${JOINED}
      where not ${isConfidential('s')} and not ${PARTNER_ON_TEAM}
      union all
      select s.firm_id, s.id, s.lead_user_id
      from search s
      where not ${PARTNER_ON_TEAM}
        and (${isConfidential('s')} or not exists (
          select 1 from firm_user u
          where u.firm_id = s.firm_id and u.office_id = s.office_id and u.role = 'partner' and ${JOINED}))
    `,
  ),
];
