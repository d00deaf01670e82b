import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SearchesAndPipeline1763683400000 implements MigrationInterface {
  name = 'SearchesAndPipeline1763683400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search (
        firm_id uuid not null references firm (id),
        id uuid not null,
        ref text,
        client_id uuid not null,
        title text not null check (length(title) between 1 and 300),
        role_key text not null,
        office_id uuid not null,
        lead_user_id uuid not null,
        engagement text not null default 'retained' check (engagement in ('retained', 'container', 'contingent')),
        confidential boolean not null default false,
        status text not null check (status in ('draft', 'open', 'on_hold', 'offer', 'placed', 'closed')),
        opened_at timestamptz not null,
        target_date date,
        closed_at timestamptz,
        close_reason text check (close_reason in ('placed', 'internal_hire', 'cancelled', 'terminated', 'unfilled')),
        region text,
        -- the clock as it stands: start of the running episode, last progress of search or live candidacy,
        -- the fact that was, and the next moment a rule could change its mind (null: nothing to wait for)
        episode_id uuid not null,
        episode_opened_at timestamptz not null,
        last_progress_at timestamptz not null,
        progress_key uuid not null,
        next_check_at timestamptz default '-infinity',
        version int not null default 1,
        created_at timestamptz not null default now(),
        primary key (firm_id, id),
        unique (firm_id, ref),
        foreign key (firm_id, client_id) references client (firm_id, id),
        foreign key (firm_id, office_id) references office (firm_id, id),
        foreign key (firm_id, lead_user_id) references firm_user (firm_id, id),
        check ((closed_at is null) = (status not in ('placed', 'closed'))),
        check ((close_reason is null) = (closed_at is null))
      );
      create index search_client on search (firm_id, client_id);
      create index search_office on search (firm_id, office_id);
      create index search_lead on search (firm_id, lead_user_id);
      create index search_by_opening on search (firm_id, opened_at desc, id desc);
      create index search_due on search (next_check_at) where next_check_at is not null;

      create table search_member (
        firm_id uuid not null,
        id uuid not null,
        search_id uuid not null,
        user_id uuid not null,
        primary key (firm_id, id),
        unique (firm_id, search_id, user_id),
        foreign key (firm_id, search_id) references search (firm_id, id),
        foreign key (firm_id, user_id) references firm_user (firm_id, id)
      );
      create index search_member_user on search_member (firm_id, user_id);

      create table search_episode (
        firm_id uuid not null,
        id uuid not null,
        search_id uuid not null,
        opened_at timestamptz not null,
        closed_at timestamptz,
        close_reason text check (close_reason in ('placed', 'internal_hire', 'cancelled', 'terminated', 'unfilled')),
        primary key (firm_id, id),
        unique (firm_id, search_id, opened_at),
        foreign key (firm_id, search_id) references search (firm_id, id),
        check ((close_reason is null) = (closed_at is null)),
        check (closed_at >= opened_at)
      );

      create table search_hold (
        firm_id uuid not null,
        id uuid not null,
        search_id uuid not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        reason text,
        primary key (firm_id, id),
        unique (firm_id, search_id, started_at),
        foreign key (firm_id, search_id) references search (firm_id, id),
        check (ended_at >= started_at),
        exclude using gist (firm_id with =, search_id with =, tstzrange(started_at, ended_at) with &&)
      );

      create table search_criterion (
        firm_id uuid not null,
        id uuid not null,
        search_id uuid not null,
        position int not null,
        text text not null check (length(text) between 1 and 500),
        kind text not null check (kind in ('technical', 'organisational', 'commercial', 'governance')),
        must_have boolean not null,
        primary key (firm_id, id),
        unique (firm_id, search_id, position),
        foreign key (firm_id, search_id) references search (firm_id, id)
      );

      create table stage (
        firm_id uuid not null references firm (id),
        id uuid not null,
        key text not null,
        label text not null,
        kind text not null check (kind in ('sourcing', 'engaged', 'assessed', 'presented', 'client_interview', 'finalist', 'offer', 'placed')),
        position int not null,
        budget_working_days int check (budget_working_days > 0),
        version int not null default 1,
        primary key (firm_id, id),
        unique (firm_id, key)
      );

      create table candidacy (
        firm_id uuid not null references firm (id),
        id uuid not null,
        search_id uuid not null,
        candidate_id uuid not null,
        stage_id uuid not null,
        outcome text check (outcome in ('placed', 'withdrawn', 'rejected')),
        outcome_by text check (outcome_by in ('firm', 'client', 'candidate')),
        outcome_reason text,
        ended_at timestamptz,
        -- clocks, derived from the facts by candidacy_clock(): each moment with the id of the fact it came from
        stage_since timestamptz not null,
        stage_key uuid not null,
        last_progress_at timestamptz not null,
        progress_key uuid not null,
        window_opened_at timestamptz,
        window_key uuid,
        offer_extended_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        primary key (firm_id, id),
        unique (firm_id, search_id, candidate_id),
        foreign key (firm_id, search_id) references search (firm_id, id),
        foreign key (firm_id, candidate_id) references candidate (firm_id, id),
        foreign key (firm_id, stage_id) references stage (firm_id, id),
        check ((outcome is null) = (ended_at is null)),
        check ((window_key is null) = (window_opened_at is null))
      );
      create index candidacy_candidate on candidacy (firm_id, candidate_id);
      create index candidacy_stage on candidacy (firm_id, stage_id);
      create index candidacy_live on candidacy (firm_id, search_id) where outcome is null;

      -- Append-only. A correction is a fact of its own: it names the move it voids and the stage it restores.
      create table stage_move (
        firm_id uuid not null references firm (id),
        id uuid not null,
        candidacy_id uuid not null,
        search_id uuid not null,
        from_stage_id uuid,
        to_stage_id uuid not null,
        at timestamptz not null,
        by_user_id uuid,
        reason text,
        voids_id uuid,
        recorded_at timestamptz not null default now(),
        primary key (firm_id, id),
        unique (firm_id, voids_id),
        foreign key (firm_id, candidacy_id) references candidacy (firm_id, id) deferrable initially deferred,
        foreign key (firm_id, to_stage_id) references stage (firm_id, id),
        foreign key (firm_id, voids_id) references stage_move (firm_id, id)
      );
      create unique index stage_move_fact on stage_move (firm_id, candidacy_id, at, to_stage_id) where voids_id is null;
      create trigger stage_move_append_only before update or delete on stage_move
        for each row execute function refuse_change();

      create table activity (
        firm_id uuid not null references firm (id),
        id uuid not null,
        kind text not null check (kind in ('call', 'email', 'meeting', 'interview', 'client_feedback', 'note')),
        at timestamptz not null,
        by_user_id uuid,
        search_id uuid,
        candidate_id uuid,
        contact_id uuid,
        text text,
        import_key text,
        created_at timestamptz not null default now(),
        primary key (firm_id, id),
        unique (firm_id, import_key),
        check (num_nonnulls(search_id, candidate_id, contact_id) > 0),
        foreign key (firm_id, search_id) references search (firm_id, id),
        foreign key (firm_id, candidate_id) references candidate (firm_id, id),
        foreign key (firm_id, contact_id) references contact (firm_id, id)
      );
      create index activity_search on activity (firm_id, search_id, candidate_id, at desc);
      create index activity_candidate on activity (firm_id, candidate_id, at desc);

      create table offer (
        firm_id uuid not null references firm (id),
        id uuid not null,
        ref text,
        candidacy_id uuid not null,
        search_id uuid not null,
        extended_at timestamptz not null,
        expires_at timestamptz,
        decided_at timestamptz,
        decision text check (decision in ('accepted', 'declined', 'expired', 'rescinded')),
        currency text,
        base numeric(14, 2),
        bonus numeric(14, 2),
        equity_value numeric(14, 2),
        vesting_months int,
        sign_on numeric(14, 2),
        relocation numeric(14, 2),
        start_date date,
        version int not null default 1,
        primary key (firm_id, id),
        unique (firm_id, ref),
        foreign key (firm_id, candidacy_id) references candidacy (firm_id, id),
        check ((decision is null) = (decided_at is null))
      );
      create index offer_candidacy on offer (firm_id, candidacy_id, extended_at);
      create index offer_search on offer (firm_id, search_id, extended_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table offer, activity, stage_move, candidacy, stage, search_criterion, search_hold, search_episode, search_member, search;
    `);
  }
}
