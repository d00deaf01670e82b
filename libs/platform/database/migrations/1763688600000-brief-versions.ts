import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every brief a search has had; the criteria that are there are those of the first one known, by who wrote them last. */
export class BriefVersions1763688600000 implements MigrationInterface {
  name = 'BriefVersions1763688600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search_brief (
        firm_id uuid not null references firm,
        id uuid not null,
        search_id uuid not null,
        version integer not null check (version > 0),
        at timestamptz not null,
        by_user_id uuid,
        primary key (firm_id, id),
        unique (firm_id, search_id, version),
        foreign key (firm_id, search_id) references search (firm_id, id),
        foreign key (firm_id, by_user_id) references firm_user (firm_id, id)
      );
      insert into search_brief (firm_id, id, search_id, version, at, by_user_id)
      select s.firm_id, gen_random_uuid(), s.id, 1, coalesce(a.at, s.created_at), u.id
      from search s
      left join lateral (
        select e.at, e.actor_id from audit_entry e
        where e.firm_id = s.firm_id and e.subject_id = s.id
          and (e.action = 'searches.search_opened'
               or e.action = 'searches.search_changed' and e.detail -> 'changed' ? 'criteria')
        order by e.at desc, e.id desc limit 1) a on true
      left join firm_user u on u.firm_id = s.firm_id and u.id = a.actor_id
      where exists (select 1 from search_criterion c where c.firm_id = s.firm_id and c.search_id = s.id);

      alter table search_criterion add column brief_id uuid;
      update search_criterion c set brief_id = b.id
      from search_brief b where b.firm_id = c.firm_id and b.search_id = c.search_id;
      alter table search_criterion
        alter column brief_id set not null,
        drop constraint search_criterion_firm_id_search_id_position_key,
        add unique (firm_id, brief_id, position),
        add foreign key (firm_id, brief_id) references search_brief (firm_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from search_criterion c using search_brief b
      where b.firm_id = c.firm_id and b.id = c.brief_id and exists (
        select 1 from search_brief n where n.firm_id = b.firm_id and n.search_id = b.search_id and n.version > b.version);
      alter table search_criterion drop column brief_id, add unique (firm_id, search_id, position);
      drop table search_brief;
    `);
  }
}
