import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One reminder is one thing one person must hear, once; one delivery is one mail that says any number of them. */
export class RemindersByKind1763684300000 implements MigrationInterface {
  name = 'RemindersByKind1763684300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table delivery
        add column form text check (form in ('notices', 'daily_digest', 'pipeline_health', 'client_feedback')),
        add column recipient_id uuid,
        add column contact_id uuid,
        add column due_at timestamptz,
        add column created_at timestamptz not null default now();
      update delivery d
      set form = case r.kind when 'flag_raised' then 'notices' else r.kind end, recipient_id = r.recipient_id,
          due_at = r.due_at, created_at = r.created_at
      from reminder r where r.firm_id = d.firm_id and r.id = d.reminder_id;
      alter table delivery alter column form set not null, alter column due_at set not null;

      alter table reminder
        drop constraint reminder_kind_check,
        drop constraint reminder_firm_id_kind_recipient_id_occurrence_key_key,
        alter column recipient_id drop not null,
        add column contact_id uuid,
        add column search_id uuid,
        add column mode text not null default 'own' check (mode in ('immediate', 'digest', 'off', 'own')),
        add column delivery_id uuid,
        add column cancelled_at timestamptz,
        -- its mail fell due more than a day ago and never left: the next digest tells it
        add column missed_at timestamptz,
        add column seen_at timestamptz;
      update reminder r set delivery_id = d.id from delivery d
      where d.firm_id = r.firm_id and d.reminder_id = r.id and r.kind = 'pipeline_health';
      insert into reminder (firm_id, id, kind, recipient_id, subject_type, subject_id, search_id, occurrence_key, due_at,
                            mode, delivery_id, created_at)
      select rf.firm_id, rf.id, 'flag_raised', r.recipient_id, 'flag', rf.flag_id, f.search_id, 'flag/' || rf.flag_id,
             f.raised_at, 'immediate', d.id, r.created_at
      from reminder_flag rf
      join reminder r on r.firm_id = rf.firm_id and r.id = rf.reminder_id
      join stall_flag f on f.firm_id = rf.firm_id and f.id = rf.flag_id
      join delivery d on d.firm_id = r.firm_id and d.reminder_id = r.id;
      drop table reminder_flag;
      alter table delivery drop column reminder_id;
      delete from reminder where kind = 'flag_raised' and subject_type = 'user';

      alter table delivery
        add foreign key (firm_id) references firm (id),
        add foreign key (firm_id, recipient_id) references firm_user (firm_id, id),
        add foreign key (firm_id, contact_id) references contact (firm_id, id),
        add check (num_nonnulls(recipient_id, contact_id) = 1);
      create index delivery_recipient on delivery (firm_id, recipient_id, form, due_at);
      create index delivery_contact on delivery (firm_id, contact_id) where contact_id is not null;
      alter table reminder
        alter column mode drop default,
        add check (kind in ('flag_raised', 'flag_escalated', 'window_closing', 'client_feedback_due', 'task_due',
          'interview_tomorrow', 'offer_expiring', 'check_in_due', 'article14_due', 'daily_digest', 'pipeline_health')),
        add check (num_nonnulls(recipient_id, contact_id) = 1),
        add foreign key (firm_id, contact_id) references contact (firm_id, id),
        add foreign key (firm_id, search_id) references search (firm_id, id),
        add foreign key (firm_id, delivery_id) references delivery (firm_id, id);
      -- whatever is planned twice is told once
      create unique index reminder_once on reminder (firm_id, kind, (coalesce(recipient_id, contact_id)), occurrence_key);
      create index reminder_delivery on reminder (firm_id, delivery_id) where delivery_id is not null;
      create index reminder_untold on reminder (firm_id, recipient_id)
        where delivery_id is null and cancelled_at is null and mode in ('immediate', 'digest');
      -- whether a source has been planned already
      create index reminder_source on reminder (firm_id, kind, subject_id, occurrence_key, recipient_id);
      create index reminder_of_person on reminder (firm_id, recipient_id, due_at desc, id desc);
      create index reminder_contact on reminder (firm_id, contact_id) where contact_id is not null;
      create index reminder_search on reminder (firm_id, search_id) where search_id is not null;

      create table reminder_preference (
        firm_id uuid not null,
        id uuid not null,
        user_id uuid not null,
        kind text not null,
        mode text not null check (mode in ('immediate', 'digest', 'off')),
        primary key (firm_id, id),
        unique (firm_id, user_id, kind),
        foreign key (firm_id, user_id) references firm_user (firm_id, id)
      );
      create table reminder_setting (
        firm_id uuid not null,
        user_id uuid not null,
        quiet_from time not null,
        quiet_to time not null,
        digest_at time not null,
        working_days_only boolean not null,
        version int not null default 1,
        primary key (firm_id, user_id),
        foreign key (firm_id, user_id) references firm_user (firm_id, id)
      );
      -- Who gets no mail at all any more, whatever they are owed.
      create table mail_suppression (
        firm_id uuid not null,
        id uuid not null,
        user_id uuid,
        contact_id uuid,
        reason text not null,
        created_at timestamptz not null default now(),
        lifted_at timestamptz,
        primary key (firm_id, id),
        foreign key (firm_id, user_id) references firm_user (firm_id, id),
        foreign key (firm_id, contact_id) references contact (firm_id, id),
        check (num_nonnulls(user_id, contact_id) = 1)
      );
      create unique index mail_suppression_standing on mail_suppression (firm_id, (coalesce(user_id, contact_id)))
        where lifted_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mail_suppression, reminder_setting, reminder_preference;
      alter table reminder drop constraint reminder_firm_id_delivery_id_fkey;
      delete from delivery where form not in ('notices', 'pipeline_health');
      delete from reminder r where kind not in ('flag_raised', 'pipeline_health')
        or not exists (select 1 from delivery d where d.firm_id = r.firm_id and d.id = r.delivery_id);
      delete from delivery d where not exists (select 1 from reminder r where r.firm_id = d.firm_id and r.delivery_id = d.id);
      alter table delivery add column reminder_id uuid;
      update delivery d set reminder_id =
        (select min(r.id::text)::uuid from reminder r where r.firm_id = d.firm_id and r.delivery_id = d.id);
      create table reminder_flag (
        firm_id uuid not null,
        id uuid not null,
        reminder_id uuid not null,
        flag_id uuid not null,
        primary key (firm_id, id),
        unique (firm_id, flag_id)
      );
      insert into reminder_flag (firm_id, id, reminder_id, flag_id)
      select distinct on (r.firm_id, r.subject_id) r.firm_id, r.id, d.reminder_id, r.subject_id
      from reminder r join delivery d on d.firm_id = r.firm_id and d.id = r.delivery_id
      where r.kind = 'flag_raised' order by r.firm_id, r.subject_id, r.created_at;
      delete from reminder r where not exists
        (select 1 from delivery d where d.firm_id = r.firm_id and d.reminder_id = r.id);
      update reminder set subject_type = 'user', subject_id = recipient_id;
      drop index reminder_once, reminder_delivery, reminder_untold, reminder_source, reminder_of_person, reminder_contact, reminder_search;
      alter table reminder
        drop column contact_id, drop column search_id, drop column mode, drop column delivery_id,
        drop column cancelled_at, drop column missed_at, drop column seen_at,
        alter column recipient_id set not null,
        drop constraint reminder_kind_check,
        add constraint reminder_kind_check check (kind in ('flag_raised', 'pipeline_health')),
        add unique (firm_id, kind, recipient_id, occurrence_key);
      alter table delivery
        drop column form, drop column recipient_id, drop column contact_id, drop column due_at, drop column created_at,
        drop constraint delivery_firm_id_fkey,
        alter column reminder_id set not null,
        add unique (firm_id, reminder_id),
        add foreign key (firm_id, reminder_id) references reminder (firm_id, id);
      alter table reminder_flag
        add foreign key (firm_id, reminder_id) references reminder (firm_id, id),
        add foreign key (firm_id, flag_id) references stall_flag (firm_id, id);
      create index reminder_flag_reminder on reminder_flag (firm_id, reminder_id);
    `);
  }
}
