import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An interview that was set is progress, and an acceptance may be taken back. */
export class InterviewsAndPlacements1763684250000 implements MigrationInterface {
  name = 'InterviewsAndPlacements1763684250000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table activity drop constraint activity_kind_check;
      alter table activity add constraint activity_kind_check
        check (kind in ('call', 'email', 'meeting', 'interview', 'interview_set', 'client_feedback', 'note'));

      -- Both sides spoke, or agreed on when they will.
      create or replace function is_progress_activity(kind text) returns boolean
        language sql immutable parallel safe
        as $$ select kind in ('call', 'meeting', 'interview', 'interview_set', 'client_feedback') $$;

      -- A placement that fell through: the acceptance stays on record, with the day on which it ceased to hold.
      alter table offer
        add column taken_back_at timestamptz,
        add column taken_back_by text check (taken_back_by in ('client', 'candidate')),
        add column taken_back_reason text,
        add check (taken_back_at is null or decision = 'accepted'),
        add check ((taken_back_at is null) = (taken_back_by is null));

      create or replace view candidacy_offer as
      select o.firm_id, o.id, o.candidacy_id, o.search_id, o.extended_at, o.expires_at, o.decided_at, o.decision,
             o.currency, o.base, o.bonus, o.equity_value, o.vesting_months, o.sign_on, o.relocation, o.start_date, o.version,
             o.taken_back_at, o.taken_back_by, o.taken_back_reason
      from offer o;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view candidacy_offer;
      create view candidacy_offer as
      select o.firm_id, o.id, o.candidacy_id, o.search_id, o.extended_at, o.expires_at, o.decided_at, o.decision,
             o.currency, o.base, o.bonus, o.equity_value, o.vesting_months, o.sign_on, o.relocation, o.start_date, o.version
      from offer o;
      alter table offer drop column taken_back_at, drop column taken_back_by, drop column taken_back_reason;
      create or replace function is_progress_activity(kind text) returns boolean
        language sql immutable parallel safe
        as $$ select kind in ('call', 'meeting', 'interview', 'client_feedback') $$;
      delete from activity where kind = 'interview_set';
      alter table activity drop constraint activity_kind_check;
      alter table activity add constraint activity_kind_check
        check (kind in ('call', 'email', 'meeting', 'interview', 'client_feedback', 'note'));
    `);
  }
}
