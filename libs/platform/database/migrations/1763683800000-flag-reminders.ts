import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which flags a reminder tells of, and the views a reminder is written from. */
export class FlagReminders1763683800000 implements MigrationInterface {
  name = 'FlagReminders1763683800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A flag is one episode; it belongs to one reminder at most, so nobody is told of an episode twice.
      create table reminder_flag (
        firm_id uuid not null,
        id uuid not null,
        reminder_id uuid not null,
        flag_id uuid not null,
        primary key (firm_id, id),
        unique (firm_id, flag_id),
        foreign key (firm_id, reminder_id) references reminder (firm_id, id),
        foreign key (firm_id, flag_id) references stall_flag (firm_id, id)
      );
      create index reminder_flag_reminder on reminder_flag (firm_id, reminder_id);

      create view flag_notice as
      select o.firm_id, o.id as flag_id, o.rule, o.severity, o.sentence, o.next_step, o.deadline, o.raised_at,
             o.search_id, s.title as search_title, s.lead_user_id, cl.name as client_name,
             o.candidacy_id, ca.name as candidate_name
      from open_flag o
      join search s on s.firm_id = o.firm_id and s.id = o.search_id
      join client cl on cl.firm_id = s.firm_id and cl.id = s.client_id
      left join candidacy c on c.firm_id = o.firm_id and c.id = o.candidacy_id
      left join candidate ca on ca.firm_id = c.firm_id and ca.id = c.candidate_id;

      -- Who may read of a search: everybody in the firm, or, when it is confidential, its lead and its team.
      create view search_reader as
      select s.firm_id, s.id as search_id, u.id as user_id
      from search s
      join firm_user u on u.firm_id = s.firm_id
      where not s.confidential or s.lead_user_id = u.id
         or exists (select 1 from search_member m where m.firm_id = s.firm_id and m.search_id = s.id and m.user_id = u.id);

      create view mail_recipient as
      select u.firm_id, u.id as user_id, u.name, u.email, u.role, u.created_at, o.time_zone,
             f.name as firm_name, f.simulated
      from firm_user u
      join office o on o.firm_id = u.firm_id and o.id = u.office_id
      join firm f on f.id = u.firm_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view mail_recipient, search_reader, flag_notice; drop table reminder_flag;');
  }
}
