import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'flag_raised', 'flag_escalated', 'window_closing', 'client_feedback_due', 'task_due', 'interview_tomorrow',
  'offer_expiring', 'check_in_due', 'article14_due', 'daily_digest', 'pipeline_health'`;

/** Who has an interview in a calendar hears when it is moved or will not take place; what became of it is on its row. */
export class CalendarCopies1763686200000 implements MigrationInterface {
  name = 'CalendarCopies1763686200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table interview
        add column called_off_at timestamptz,
        add column changed_at timestamptz not null default now();
      create index interview_changed on interview (firm_id, ends_at) where version > 1;

      create table calendar_copy (
        firm_id uuid not null,
        id uuid not null,
        interview_id uuid not null,
        user_id uuid not null,
        first_version int not null,
        version int not null,
        created_at timestamptz not null default now(),
        primary key (firm_id, id),
        unique (firm_id, interview_id, user_id),
        foreign key (firm_id, interview_id) references interview (firm_id, id),
        foreign key (firm_id, user_id) references firm_user (firm_id, id)
      );

      alter table reminder
        add column calendar_version int,
        drop constraint reminder_kind_check,
        add constraint reminder_kind_check check (kind in (${KINDS}, 'interview_changed', 'interview_cancelled'));
      create index reminder_calendar on reminder (firm_id, subject_id) where calendar_version is not null;
      update reminder r set calendar_version = i.version
      from interview i
      where r.subject_type = 'interview' and i.firm_id = r.firm_id and i.id = r.subject_id and r.delivery_id is not null;
    `);
    await this.bind(
      runner,
      'candidacy_over_interviews',
      'candidacy',
      'outcome',
      '(old.outcome is null) <> (new.outcome is null)',
    );
    await this.bind(
      runner,
      'search_over_interviews',
      'search',
      'status',
      `(old.status in ('placed', 'closed')) <> (new.status in ('placed', 'closed'))`,
    );
  }

  private async bind(runner: QueryRunner, name: string, table: string, column: string, when: string): Promise<void> {
    await runner.query(`
      create function ${name}() returns trigger language plpgsql as $fn$ begin return null; end $fn$;
      create trigger ${name} after update of ${column} on ${table} for each row when (${when}) execute function ${name}();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger candidacy_over_interviews on candidacy;
      drop trigger search_over_interviews on search;
      drop function candidacy_over_interviews, search_over_interviews;
      delete from reminder where kind in ('interview_changed', 'interview_cancelled');
      drop index reminder_calendar;
      alter table reminder
        drop column calendar_version,
        drop constraint reminder_kind_check,
        add constraint reminder_kind_check check (kind in (${KINDS}));
      drop table calendar_copy;
      drop index interview_changed;
      alter table interview drop column called_off_at, drop column changed_at;
    `);
  }
}
