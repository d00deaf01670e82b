import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Colleagues who are named in what was logged; they go with it when it is withdrawn. */
export class Mentions1763688400000 implements MigrationInterface {
  name = 'Mentions1763688400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mention (
        firm_id uuid not null references firm,
        activity_id uuid not null,
        user_id uuid not null,
        by_user_id uuid,
        created_at timestamptz not null default now(),
        primary key (firm_id, activity_id, user_id),
        foreign key (firm_id, activity_id) references activity (firm_id, id) on delete cascade,
        foreign key (firm_id, user_id) references firm_user (firm_id, id),
        foreign key (firm_id, by_user_id) references firm_user (firm_id, id)
      );
      create index mention_recent on mention (firm_id, created_at);
      alter table reminder drop constraint reminder_kind_check;
      alter table reminder add constraint reminder_kind_check check (kind in (
        'flag_raised', 'flag_escalated', 'window_closing', 'client_feedback_due', 'task_due', 'interview_tomorrow',
        'offer_expiring', 'check_in_due', 'article14_due', 'daily_digest', 'pipeline_health', 'interview_changed',
        'interview_cancelled', 'mentioned'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from reminder where kind = 'mentioned';
      alter table reminder drop constraint reminder_kind_check;
      alter table reminder add constraint reminder_kind_check check (kind in (
        'flag_raised', 'flag_escalated', 'window_closing', 'client_feedback_due', 'task_due', 'interview_tomorrow',
        'offer_expiring', 'check_in_due', 'article14_due', 'daily_digest', 'pipeline_health', 'interview_changed',
        'interview_cancelled'));
      drop table mention;
    `);
  }
}
