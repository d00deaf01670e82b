import { view } from '@app/platform/migrate/definitions.sql.js';

const NOT_VOIDED = 'null::timestamptz, null::uuid, null::text';

export const TIMELINE_SQL = [
  // Whatever happened in searches, with people and with contacts, each fact once; what was corrected or withdrawn is
  // there with who did so.
  view(
    'happening',
    `
      select a.firm_id, a.id, 'activity' as kind, a.kind as what, null::text as came_from, a.at, a.by_user_id,
             a.search_id, a.candidate_id, a.contact_id, a.text, a.version,
             null::timestamptz as voided_at, null::uuid as voided_by, null::text as voided_why
      from activity a
      union all
      select v.firm_id, v.activity_id, 'activity', v.kind, null, v.at, v.by_user_id,
             v.search_id, v.candidate_id, v.contact_id, v.text, v.version, v.changed_at, v.changed_by, v.reason
      from activity_version v
      where v.change = 'withdrawn'
      union all
      select m.firm_id, m.id, 'move', t.label, f.label, m.at, m.by_user_id,
             c.search_id, c.candidate_id, null, m.reason, null, x.recorded_at, x.by_user_id, x.reason
      from stage_move m
      join candidacy c on c.firm_id = m.firm_id and c.id = m.candidacy_id
      join stage t on t.firm_id = m.firm_id and t.id = m.to_stage_id
      left join stage f on f.firm_id = m.firm_id and f.id = m.from_stage_id
      left join stage_move x on x.firm_id = m.firm_id and x.voids_id = m.id
      where m.voids_id is null
      union all
      select i.firm_id, i.id, 'interview', 'interview', null, i.starts_at, i.set_by,
             i.search_id, i.candidate_id, null, nullif(concat_ws(' · ', i.with_whom, i.place), ''), null,
             coalesce(i.cancelled_at, i.called_off_at), null, null
      from interview i
      union all
      select o.firm_id, o.id, 'offer', 'extended', null, o.extended_at, null,
             c.search_id, c.candidate_id, null, null, null, ${NOT_VOIDED}
      from candidacy_offer o
      join candidacy c on c.firm_id = o.firm_id and c.id = o.candidacy_id
      union all
      select o.firm_id, offer_decision_key(o.id), 'offer', o.decision, null, o.decided_at, null,
             c.search_id, c.candidate_id, null, null, null, o.taken_back_at, null, o.taken_back_reason
      from candidacy_offer o
      join candidacy c on c.firm_id = o.firm_id and c.id = o.candidacy_id
      where o.decision is not null
      union all
      select c.firm_id, md5('ended:' || c.id)::uuid, 'outcome', c.outcome, c.outcome_by, c.ended_at, null,
             c.search_id, c.candidate_id, null, c.outcome_reason, null, ${NOT_VOIDED}
      from candidacy c
      where c.outcome in ('withdrawn', 'rejected') and c.ended_at is not null
      union all
      select e.firm_id, e.id, 'search', case when e.opened_at > s.opened_at then 'reopened' else 'opened' end, null,
             e.opened_at, null, e.search_id, null, null, null, null, ${NOT_VOIDED}
      from search_episode e
      join search s on s.firm_id = e.firm_id and s.id = e.search_id
      union all
      select e.firm_id, md5('closed:' || e.id)::uuid, 'search', 'closed', null, e.closed_at, null,
             e.search_id, null, null, e.close_reason, null, ${NOT_VOIDED}
      from search_episode e
      where e.closed_at is not null
      union all
      select h.firm_id, h.id, 'search', 'held', null, h.started_at, null,
             h.search_id, null, null, h.reason, null, ${NOT_VOIDED}
      from search_hold h
      union all
      select h.firm_id, md5('resumed:' || h.id)::uuid, 'search', 'resumed', null, h.ended_at, null,
             h.search_id, null, null, null, null, ${NOT_VOIDED}
      from search_hold h
      where h.ended_at is not null
    `,
  ),
];
