// @ts-check
// The statements of our repositories that the bare server sends, under their names there, word for word:
// `statements.medium.spec.ts` fails where they are others.

export const STATEMENTS = {
  candidates_first_51: `
    with page as ((select c.*, (c.name)::text as sort_key from candidate c
    where c.firm_id = $1 and c.erased_at is null order by c.name asc, c.id asc limit 51))
    select c.id, c.ref, c.name, c.title, c.employer, c.city, c.country, c.layer, c.signals, c.source, c.version, c.sort_key, active."activeSearches" from page c cross join lateral (
    select count(*)::int as "activeSearches" from live_candidacy l
    where l.firm_id = $1 and l.candidate_id = c.id and l.search_status in ('open', 'on_hold', 'offer') and ($2::boolean or not l.search_confidential or exists (select 1 from search_team m where m.firm_id = l.firm_id and m.search_id = l.search_id and m.user_id = $3::uuid))
    ) active order by c.name asc nulls last, c.id asc`,

  board_header: `
    select s.id, s.role_key as "roleKey", (
    select coalesce(json_agg(json_build_object('scope', y.scope, 'scopeKey', y.scope_key, 'settings', y.settings,
    'version', y.version)), '[]')
    from stall_policy y where y.firm_id = $1 and (y.scope = 'firm' or (y.scope = 'role' and y.scope_key = s.role_key)
    or (y.scope = 'search' and y.scope_key = s.id::text))) as layers, s.title, s.status, s.client_id as "clientId", s.client_name as "clientName",
    s.lead_user_id as "leadId", s.lead_name as "leadName", s.time_zone as "timeZone",
    s.episode_opened_at as "episodeOpenedAt", s.closed_at as "closedAt",
    h.health, h.sentences[1] as reason, h.next_step as "nextStep", (
    select json_agg(json_build_object('id', st.id, 'key', st.key, 'label', st.label, 'kind', st.kind,
    'position', st.position, 'budgetWorkingDays', st.budget_working_days,
    'archived', st.archived_at is not null) order by st.position, st.id)
    from stage st where st.firm_id = $1) as stages,
    (select count(*)::int from candidacy c
    where c.firm_id = $1 and c.search_id = $4 and c.outcome is not null) as "endedCount",
    case when s.status = 'placed' then (
    select json_agg(json_build_object('id', c.id, 'stageId', c.stage_id, 'placedAt', c.ended_at, 'candidate',
    json_build_object('id', p.id, 'name', p.name, 'title', p.title, 'employer', p.employer)) order by c.ended_at, c.id)
    from candidacy c
    join candidate p on p.firm_id = c.firm_id and p.id = c.candidate_id
    where c.firm_id = $1 and c.search_id = $4 and c.outcome = 'placed') end as placed
    from search_header s
    left join search_health h on h.firm_id = s.firm_id and h.search_id = s.id
    where s.firm_id = $1 and s.id = $4 and ($2::boolean or not s.confidential or s.lead_user_id = $3::uuid or exists (
    select 1 from search_member m where m.firm_id = s.firm_id and m.search_id = s.id and m.user_id = $3::uuid))`,

  board_cards: `
    select c.id, c.version, c.stage_id as "stageId", c.stage_since as "stageSince", p.id as "candidateId", p.name, p.title,
    p.employer, c.window_opened_at as "windowOpenedAt", c.offer_extended_at as "offerExtendedAt", c.ended_at as "endedAt", f.flags,
    c.id in (select o.candidacy_id from candidacy_offer o
    where o.firm_id = $1 and o.search_id = $2 and o.decided_at is null) as "offerOut"
    from candidacy c
    join candidate p on p.firm_id = c.firm_id and p.id = c.candidate_id
    left join (
    select o.candidacy_id, json_agg(json_build_object('id', o.id, 'rule', o.rule, 'severity', o.severity, 'sentence', o.sentence,
    'nextStep', o.next_step) order by o.severity, o.deadline, o.id) as flags from open_flag o
    where o.firm_id = $1 and o.search_id = $2 and o.candidacy_id is not null group by o.candidacy_id
    ) f on f.candidacy_id = c.id
    where c.firm_id = $1 and c.search_id = $2 and c.outcome is null
    order by c.stage_since, c.id`,

  search_lock_of: `
    select s.id, s.ref, s.title, s.client_id as "clientId", s.office_id as "officeId",
    s.engagement, s.region, s.lead_user_id as "leadUserId", s.confidential, s.status, s.target_date::text as "targetDate",
    s.opened_at as "openedAt", s.closed_at as "closedAt", s.episode_id as "episodeId",
    s.episode_opened_at as "episodeOpenedAt", s.last_progress_at as "lastProgressAt",
    s.progress_key as "progressKey", s.version from search s
    where s.firm_id = $1 and s.id = (select c.search_id from candidacy_search c where c.firm_id = $1 and c.id = $4)
    and ($2::boolean or not s.confidential or s.lead_user_id = $3::uuid or exists (
    select 1 from search_member m where m.firm_id = s.firm_id and m.search_id = s.id and m.user_id = $3::uuid)) for no key update of s`,

  candidacy_lock: `
    select c.id, c.search_id as "searchId", c.candidate_id as "candidateId", c.stage_id as "stageId", c.outcome, c.version,
    (select max(m.at) from stage_move m
    where m.firm_id = $1 and m.candidacy_id = $2 and m.voids_id is null) as "lastMoveAt",
    exists (select 1 from candidate p
    where p.firm_id = $1 and p.id = c.candidate_id and p.erased_at is not null) as erased,
    (
    select json_agg(json_build_object('id', st.id, 'key', st.key, 'label', st.label, 'kind', st.kind,
    'position', st.position, 'budgetWorkingDays', st.budget_working_days,
    'archived', st.archived_at is not null) order by st.position, st.id)
    from stage st where st.firm_id = $1) as stages
    from candidacy c where c.firm_id = $1 and c.id = $2 for no key update of c`,

  candidacy_move: `
    with moved as (
    insert into stage_move (firm_id, id, candidacy_id, search_id, from_stage_id, to_stage_id, at, by_user_id, reason)
    values ($1, $3, $2, $4, $5, $6, $7, $8, $9)
    ),
    again as (update search_check set next_check_at = '-infinity' where firm_id = $1 and search_id = $4),
    progressed as (update search set last_progress_at = greatest(last_progress_at, $7::timestamptz),
    progress_key = case when (last_progress_at, progress_key) < ($7::timestamptz, $3::uuid) then $3::uuid
    else progress_key end
    where firm_id = $1 and id = $4 and $10)
    update candidacy c
    set stage_id = $6, stage_since = $7, stage_key = $3, version = c.version + 1,
    last_progress_at = case when $10 and (c.last_progress_at, c.progress_key) < ($7, $3) then $7 else c.last_progress_at end,
    progress_key = case when $10 and (c.last_progress_at, c.progress_key) < ($7, $3) then $3 else c.progress_key end,
    window_opened_at = case when c.window_key is null and $11
    then least($7, market_since(p.in_market_since, o.time_zone,
    case when s.episode_opened_at > s.opened_at then s.episode_opened_at end))
    else c.window_opened_at end,
    window_key = case when c.window_key is null and $11 then $3 else c.window_key end,
    client_turn_at = case when asks_client($12) then $7 end,
    client_turn_key = case when asks_client($12) then $3 end,
    presented_at = case when c.presented_key is null and reaches_presented($12) then $7 else c.presented_at end,
    presented_key = case when c.presented_key is null and reaches_presented($12) then $3 else c.presented_key end,
    assessed_at = case when c.assessed_key is null and reaches_assessed($12) then $7 else c.assessed_at end,
    assessed_key = case when c.assessed_key is null and reaches_assessed($12) then $3 else c.assessed_key end
    from candidate p, search s, office o
    where c.firm_id = $1 and c.id = $2 and p.firm_id = $1 and p.id = c.candidate_id and s.firm_id = $1 and s.id = c.search_id
    and o.firm_id = $1 and o.id = s.office_id`,

  fact_insert: `
    with told as (insert into outbox (firm_id, id, fact, subject_id) select $1, $8, $4, $9 ) insert into audit_entry (firm_id, id, actor_id, action, subject_type, subject_id, detail) values ($1, $2, $3, $4, $5, $6, $7) returning id`,

  candidacy_card: `
    select c.id, c.version, c.stage_id as "stageId", c.stage_since as "stageSince", p.id as "candidateId", p.name, p.title,
    p.employer, c.window_opened_at as "windowOpenedAt", c.offer_extended_at as "offerExtendedAt", c.ended_at as "endedAt", c.outcome, c.outcome_by as "outcomeBy", c.outcome_reason as "outcomeReason",
    s.id as "searchId", s.role_key as "roleKey", (
    select coalesce(json_agg(json_build_object('scope', y.scope, 'scopeKey', y.scope_key, 'settings', y.settings,
    'version', y.version)), '[]')
    from stall_policy y where y.firm_id = $1 and (y.scope = 'firm' or (y.scope = 'role' and y.scope_key = s.role_key)
    or (y.scope = 'search' and y.scope_key = s.id::text))) as layers, s.title as "searchTitle", s.status as "searchStatus", g.time_zone as "timeZone",
    (
    select json_agg(json_build_object('id', st.id, 'key', st.key, 'label', st.label, 'kind', st.kind,
    'position', st.position, 'budgetWorkingDays', st.budget_working_days,
    'archived', st.archived_at is not null) order by st.position, st.id)
    from stage st where st.firm_id = $1) as stages,
    exists (select 1 from candidacy_offer o
    where o.firm_id = $1 and o.candidacy_id = c.id and o.decided_at is null) as "offerOut",
    (select json_agg(json_build_object('id', o.id, 'rule', o.rule, 'severity', o.severity, 'sentence', o.sentence,
    'nextStep', o.next_step) order by o.severity, o.deadline, o.id) from open_flag o where o.firm_id = $1 and o.search_id = c.search_id and o.candidacy_id = c.id) as flags
    from candidacy c
    join candidate p on p.firm_id = c.firm_id and p.id = c.candidate_id
    join search s on s.firm_id = c.firm_id and s.id = c.search_id
    join office g on g.firm_id = s.firm_id and g.id = s.office_id
    where c.firm_id = $1 and c.id = $4 and ($2::boolean or not s.confidential or s.lead_user_id = $3::uuid or exists (
    select 1 from search_member m where m.firm_id = s.firm_id and m.search_id = s.id and m.user_id = $3::uuid))`,
};
