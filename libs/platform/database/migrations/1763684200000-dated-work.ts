import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything with a date that somebody has to be reminded of. */
export class DatedWork1763684200000 implements MigrationInterface {
  name = 'DatedWork1763684200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table task (
        firm_id uuid not null references firm (id),
        id uuid not null,
        title text not null check (length(title) between 1 and 300),
        due_at timestamptz not null,
        assignee_id uuid not null,
        search_id uuid,
        candidate_id uuid,
        contact_id uuid,
        created_by uuid,
        created_at timestamptz not null default now(),
        done_at timestamptz,
        done_by uuid,
        version int not null default 1,
        primary key (firm_id, id),
        foreign key (firm_id, assignee_id) references firm_user (firm_id, id),
        foreign key (firm_id, search_id) references search (firm_id, id),
        foreign key (firm_id, candidate_id) references candidate (firm_id, id),
        foreign key (firm_id, contact_id) references contact (firm_id, id),
        foreign key (firm_id, created_by) references firm_user (firm_id, id),
        foreign key (firm_id, done_by) references firm_user (firm_id, id)
      );
      create index task_open on task (firm_id, assignee_id, due_at) where done_at is null;
      create index task_search on task (firm_id, search_id) where search_id is not null;
      create index task_candidate on task (firm_id, candidate_id) where candidate_id is not null;

      create table interview (
        firm_id uuid not null references firm (id),
        id uuid not null,
        candidacy_id uuid not null,
        search_id uuid not null,
        candidate_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        place text,
        with_whom text,
        set_by uuid,
        created_at timestamptz not null default now(),
        cancelled_at timestamptz,
        version int not null default 1,
        primary key (firm_id, id),
        foreign key (firm_id, candidacy_id) references candidacy (firm_id, id),
        foreign key (firm_id, search_id) references search (firm_id, id),
        foreign key (firm_id, candidate_id) references candidate (firm_id, id),
        foreign key (firm_id, set_by) references firm_user (firm_id, id),
        check (ends_at > starts_at)
      );
      create index interview_upcoming on interview (firm_id, starts_at) where cancelled_at is null;
      create index interview_candidacy on interview (firm_id, candidacy_id, starts_at);
      create index interview_search on interview (firm_id, search_id);

      -- Dated conversations after the start of somebody placed.
      create table check_in (
        firm_id uuid not null,
        id uuid not null,
        offer_id uuid not null,
        candidacy_id uuid not null,
        search_id uuid not null,
        -- days after the start date
        day int not null check (day > 0),
        due_on date not null,
        done_at timestamptz,
        done_by uuid,
        note text,
        version int not null default 1,
        primary key (firm_id, id),
        unique (firm_id, offer_id, day),
        foreign key (firm_id, offer_id) references offer (firm_id, id),
        foreign key (firm_id, candidacy_id) references candidacy (firm_id, id),
        foreign key (firm_id, search_id) references search (firm_id, id),
        foreign key (firm_id, done_by) references firm_user (firm_id, id)
      );
      create index check_in_due on check_in (firm_id, due_on) where done_at is null;
      create index check_in_candidacy on check_in (firm_id, candidacy_id);
      create index check_in_search on check_in (firm_id, search_id);

      -- Article 14 GDPR: whoever is found elsewhere is told within a month, unless an exemption is on record.
      alter table candidate
        add column article14_state text not null default 'due' check (article14_state in ('due', 'sent', 'exempt')),
        add column article14_at timestamptz,
        add column article14_by uuid,
        add column article14_reason text,
        add check ((article14_state = 'exempt') = (article14_reason is not null)),
        add check ((article14_state = 'due') = (article14_at is null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table check_in, interview, task;
      alter table candidate drop column article14_state, drop column article14_at, drop column article14_by,
        drop column article14_reason;
    `);
  }
}
