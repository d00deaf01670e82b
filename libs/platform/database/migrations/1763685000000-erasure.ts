import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is written once and kept, but for the words an erasure takes out. */
const KEPT_BUT_FOR: readonly [table: string, columns: string][] = [
  ['stage_move', `'reason'`],
  ['flag_action', `'detail'`],
  ['audit_entry', `'detail'`],
];

/** Persons can be erased: records stay as facts without words, and a tombstone keeps them from coming back. */
export class Erasure1763685000000 implements MigrationInterface {
  name = 'Erasure1763685000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table candidate add column erased_at timestamptz;
      alter table contact add column erased_at timestamptz;

      -- The record of a request. It names nobody: whose it was is an id that leads to no name any more.
      create table erasure (
        firm_id uuid not null references firm (id),
        id uuid not null,
        at timestamptz not null default now(),
        by_user_id uuid,
        person_kind text not null check (person_kind in ('candidate', 'contact')),
        person_id uuid not null,
        reason text not null check (reason in ('their_request', 'retention', 'other')),
        requested_on date not null,
        counts jsonb not null,
        primary key (firm_id, id),
        foreign key (firm_id, by_user_id) references firm_user (firm_id, id)
      );
      create index erasure_latest on erasure (firm_id, at desc, id desc);

      -- What recognises somebody who was erased, without saying who it is. The salt stands beside it, so that a copy of
      -- the database on another machine recognises them too.
      create table tombstone_salt (
        firm_id uuid primary key references firm (id),
        salt bytea not null
      );
      create table tombstone (
        firm_id uuid not null references firm (id),
        id uuid not null,
        erasure_id uuid not null,
        mark bytea not null,
        primary key (firm_id, id),
        foreign key (firm_id, erasure_id) references erasure (firm_id, id)
      );
      create index tombstone_mark on tombstone (firm_id, mark);

      -- What a person is recognised by: each mark is a salted hash of one thing that names them, written in one way.
      create function person_mark(p_salt bytea, p_kind text, p_value text) returns bytea
        language sql immutable strict parallel safe
        as $$ select sha256(p_salt || sha256(p_salt || convert_to(p_kind || ':' || p_value, 'UTF8'))) $$;
      create function plain_words(p_value text) returns text language sql immutable strict parallel safe
        as $$ select nullif(btrim(regexp_replace(lower(public.immutable_unaccent(p_value)), '[^[:alnum:]]+', ' ', 'g')), '') $$;
      create function person_marks(
        p_salt bytea, p_email text, p_phone text, p_profile_url text, p_name text, p_employer text, p_candidate_ref text,
        p_contact_ref text
      ) returns bytea[] language sql immutable parallel safe as $$
        select array_remove(array[
          person_mark(p_salt, 'email', nullif(lower(btrim(p_email)), '')),
          -- the last eight digits, however the country and the area are written
          person_mark(p_salt, 'phone', case when length(regexp_replace(p_phone, '\D', '', 'g')) >= 7
            then right(regexp_replace(p_phone, '\D', '', 'g'), 8) end),
          person_mark(p_salt, 'profile', nullif(
            regexp_replace(lower(btrim(p_profile_url)), '^https?://(www\.)?|[/?#]+$', '', 'g'), '')),
          person_mark(p_salt, 'name', plain_words(p_name) || '|' || plain_words(p_employer)),
          person_mark(p_salt, 'candidate_ref', nullif(btrim(p_candidate_ref), '')),
          person_mark(p_salt, 'contact_ref', nullif(btrim(p_contact_ref), ''))
        ], null) $$;
      -- Whether the cells of a row, by the names of their columns, or the words of a line name somebody who was erased.
      create function names_erased(p_firm uuid, p_cells jsonb, p_line text) returns boolean language sql stable as $$
        select exists (
          select 1 from public.tombstone_salt s
          cross join lateral (
            select unnest(public.person_marks(s.salt, p_cells ->> 'email', p_cells ->> 'phone', p_cells ->> 'profile_url',
              p_cells ->> 'name', p_cells ->> 'employer', p_cells ->> 'candidate_ref', p_cells ->> 'contact_ref')) as mark
            union all
            select unnest(public.person_marks(s.salt, w, w, w, null, null, w, w))
            from regexp_split_to_table(p_line, '[,;"\t]+') w
          ) m
          join public.tombstone t on t.firm_id = s.firm_id and t.mark = m.mark
          where s.firm_id = p_firm) $$;

      -- Takes words out of a text, wherever they stand by themselves and however they are capitalised.
      create function erase_words(value text, words text[]) returns text language plpgsql immutable parallel safe as $fn$
      declare
        word text;
      begin
        foreach word in array words loop
          if position(lower(word) in lower(value)) > 0 then
            value := regexp_replace(value,
              '(?<![[:alnum:]])' || regexp_replace(word, '([\\\\.^$*+?()\\[\\]{}|-])', '\\\\\\1', 'g') || '(?![[:alnum:]])',
              '[erased]', 'gi');
          end if;
        end loop;
        return value;
      end $fn$;

      -- An append-only table whose words an erasure may take out: in the columns named, in the transaction that writes
      -- the erasure, and never otherwise.
      create function refuse_change_but_erasure() returns trigger language plpgsql as $fn$
      begin
        if tg_op = 'UPDATE' and to_jsonb(new) - tg_argv = to_jsonb(old) - tg_argv and exists (
          select 1 from erasure e
          where e.firm_id = new.firm_id and e.at = now() and e.id::text = current_setting('searchlight.erasure', true)
        ) then
          return new;
        end if;
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $fn$;
      ${KEPT_BUT_FOR.map(
        ([table, columns]) => `
        drop trigger ${table}_append_only on ${table};
        create trigger ${table}_append_only before update or delete on ${table}
          for each row execute function refuse_change_but_erasure(${columns});`,
      ).join('')}
      -- what was found is counted when all of it is gone
      create trigger erasure_append_only before update or delete on erasure
        for each row execute function refuse_change_but_erasure('counts');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${KEPT_BUT_FOR.map(
        ([table]) => `
        drop trigger ${table}_append_only on ${table};
        create trigger ${table}_append_only before update or delete on ${table}
          for each row execute function refuse_change();`,
      ).join('')}
      drop trigger erasure_append_only on erasure;
      drop function refuse_change_but_erasure();
      drop function erase_words(text, text[]);
      drop function names_erased(uuid, jsonb, text);
      drop function person_marks(bytea, text, text, text, text, text, text, text);
      drop function plain_words(text);
      drop function person_mark(bytea, text, text);
      drop table tombstone, tombstone_salt, erasure;
      alter table contact drop column erased_at;
      alter table candidate drop column erased_at;
    `);
  }
}
