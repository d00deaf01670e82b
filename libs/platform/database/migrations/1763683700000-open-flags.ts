import type { MigrationInterface, QueryRunner } from 'typeorm';

export const OPEN_FLAG = `
  -- A flag counts only while its subject still stands at the fact that preceded the episode, so that no reader
  -- ever sees a flag on something that has moved on, whether or not a sweep has tidied it away yet.
  create or replace view open_flag as
  select f.firm_id, f.id, f.rule, f.severity, f.search_id, f.candidacy_id, f.subject_id, f.episode_key, f.since,
         f.deadline, f.basis, f.evidence, f.sentence, f.next_step, f.raised_at
  from stall_flag f
  join search s on s.firm_id = f.firm_id and s.id = f.search_id
  left join candidacy c on c.firm_id = f.firm_id and c.id = f.candidacy_id
  where f.state = 'open'
    and s.status in ('open', 'offer', 'on_hold')
    and case f.rule
          when 'no_progress' then s.status <> 'on_hold' and s.progress_key = f.episode_key
          when 'stage_overdue' then s.status <> 'on_hold' and c.outcome is null and c.stage_key = f.episode_key
          else c.outcome is null and c.offer_extended_at is null and c.window_key = f.episode_key
        end;
`;

/** Published views: any room may read them. */
export class OpenFlags1763683700000 implements MigrationInterface {
  name = 'OpenFlags1763683700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${OPEN_FLAG}
      create view search_health as
      select s.firm_id, s.id as search_id,
             case when s.status = 'on_hold' then 'on_hold'
                  when flags.stalled > 0 then 'stalled'
                  when flags.total > 0 then 'at_risk'
                  else 'on_track' end as health,
             flags.total as open_flags, flags.sentences, flags.next_step
      from search s
      cross join lateral (
        select count(*)::int as total,
               (count(*) filter (where o.severity = 'stalled'))::int as stalled,
               coalesce(array_agg(o.sentence order by o.severity, o.deadline, o.id), '{}') as sentences,
               (array_agg(o.next_step order by o.severity, o.deadline, o.id))[1] as next_step
        from open_flag o where o.firm_id = s.firm_id and o.search_id = s.id
      ) flags
      where s.status in ('open', 'offer', 'on_hold');

      -- A person in a search, with what a list or a mail shows of them.
      create view candidacy_card as
      select c.firm_id, c.id, c.search_id, s.title as search_title, c.candidate_id, p.name as candidate_name,
             g.label as stage_label, c.outcome, c.window_opened_at, c.offer_extended_at, o.time_zone, s.status as search_status
      from candidacy c
      join search s on s.firm_id = c.firm_id and s.id = c.search_id
      join office o on o.firm_id = s.firm_id and o.id = s.office_id
      join candidate p on p.firm_id = c.firm_id and p.id = c.candidate_id
      join stage g on g.firm_id = c.firm_id and g.id = c.stage_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view candidacy_card, search_health, open_flag');
  }
}
