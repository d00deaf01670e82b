import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StallsAndReminders1763683500000 implements MigrationInterface {
  name = 'StallsAndReminders1763683500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row per episode. The episode is named by the fact that preceded it (episode_key), so progress,
      -- which changes the subject's key, ends it in the very commit that records the progress.
      create table stall_flag (
        firm_id uuid not null references firm (id),
        id uuid not null,
        rule text not null,
        severity text not null check (severity in ('watch', 'stalled')),
        search_id uuid not null,
        candidacy_id uuid,
        subject_id uuid not null,
        episode_key uuid not null,
        state text not null check (state in ('open', 'suspended', 'cleared')),
        since timestamptz not null,
        deadline timestamptz not null,
        basis jsonb not null,
        evidence jsonb not null,
        sentence text not null,
        next_step text not null,
        raised_at timestamptz not null default now(),
        notified_at timestamptz,
        cleared_at timestamptz,
        cleared_reason text,
        primary key (firm_id, id),
        unique (firm_id, rule, subject_id, episode_key),
        foreign key (firm_id, search_id) references search (firm_id, id),
        foreign key (firm_id, candidacy_id) references candidacy (firm_id, id),
        check ((cleared_at is null) = (state <> 'cleared'))
      );
      create unique index stall_flag_one_live on stall_flag (firm_id, rule, subject_id) where state <> 'cleared';
      create index stall_flag_search on stall_flag (firm_id, search_id) where state <> 'cleared';

      create table reminder (
        firm_id uuid not null references firm (id),
        id uuid not null,
        kind text not null check (kind in ('flag_raised', 'pipeline_health')),
        recipient_id uuid not null,
        subject_type text not null,
        subject_id uuid not null,
        occurrence_key text not null,
        due_at timestamptz not null,
        created_at timestamptz not null default now(),
        primary key (firm_id, id),
        unique (firm_id, kind, recipient_id, occurrence_key),
        foreign key (firm_id, recipient_id) references firm_user (firm_id, id)
      );

      create table delivery (
        firm_id uuid not null,
        id uuid not null,
        reminder_id uuid not null,
        message_id text not null unique,
        state text not null default 'pending' check (state in ('pending', 'claimed', 'sent', 'failed', 'cancelled', 'missed', 'uncertain')),
        not_before timestamptz not null,
        lease_until timestamptz,
        fence int not null default 0,
        attempts int not null default 0,
        data_started_at timestamptz,
        finished_at timestamptz,
        response text,
        primary key (firm_id, id),
        unique (firm_id, reminder_id),
        foreign key (firm_id, reminder_id) references reminder (firm_id, id)
      );
      create index delivery_due on delivery (not_before) where state = 'pending';
      create index delivery_claimed on delivery (lease_until) where state = 'claimed';

      create table import_run (
        firm_id uuid not null references firm (id),
        id uuid not null,
        state text not null check (state in ('waiting', 'running', 'done', 'failed')),
        check_only boolean not null default false,
        started_by uuid,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz,
        progress jsonb not null default '{}',
        problem text,
        primary key (firm_id, id)
      );
      create table import_file (
        firm_id uuid not null,
        id uuid not null,
        run_id uuid not null,
        name text not null,
        file_id uuid not null,
        primary key (firm_id, id),
        unique (firm_id, run_id, name),
        foreign key (firm_id, run_id) references import_run (firm_id, id),
        foreign key (firm_id, file_id) references stored_file (firm_id, id)
      );
      create table import_refusal (
        firm_id uuid not null,
        id uuid not null,
        run_id uuid not null,
        file text not null,
        row_number bigint not null,
        column_name text,
        sentence text not null,
        primary key (firm_id, id),
        foreign key (firm_id, run_id) references import_run (firm_id, id) on delete cascade
      );
      create index import_refusal_run on import_refusal (firm_id, run_id, file, row_number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table import_refusal, import_file, import_run, delivery, reminder, stall_flag');
  }
}
