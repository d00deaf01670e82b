import { func } from '@app/platform/migrate/definitions.sql.js';

export const TOMBSTONES_SQL = [
  // What a person is recognised by: each mark is a salted hash of one thing that names them, written in one way.
  func(
    'person_mark',
    `(p_salt bytea, p_kind text, p_value text) returns bytea
      language sql immutable strict parallel safe
      as $$ select sha256(p_salt || sha256(p_salt || convert_to(p_kind || ':' || p_value, 'UTF8'))) $$`,
  ),
  func(
    'plain_words',
    `(p_value text) returns text language sql immutable strict parallel safe
      as $$ select nullif(btrim(regexp_replace(lower(public.immutable_unaccent(p_value)), '[^[:alnum:]]+', ' ', 'g')), '') $$`,
  ),
  func(
    'person_marks',
    `(
        p_salt bytea, p_email text, p_phone text, p_profile_url text, p_name text, p_employer text, p_candidate_ref text,
        p_contact_ref text
      ) returns bytea[] language sql immutable parallel safe as $$
        select array_remove(array[
          person_mark(p_salt, 'email', nullif(lower(btrim(p_email)), '')),
          -- the last eight digits, however the country and the area are written
          person_mark(p_salt, 'phone', case when length(regexp_replace(p_phone, '[^0-9]', '', 'g')) >= 7
            then right(regexp_replace(p_phone, '[^0-9]', '', 'g'), 8) end),
          person_mark(p_salt, 'profile', nullif(
            regexp_replace(lower(btrim(p_profile_url)), '^https?://(www[.])?|[/?#]+$', '', 'g'), '')),
          person_mark(p_salt, 'name', plain_words(p_name) || '|' || plain_words(p_employer)),
          person_mark(p_salt, 'candidate_ref', nullif(btrim(p_candidate_ref), '')),
          person_mark(p_salt, 'contact_ref', nullif(btrim(p_contact_ref), ''))
        ], null) $$`,
  ),
  // The same for whoever is looked for: tombstones of before may say the last eight characters of a phone number.
  func(
    'recognised_marks',
    `(
        p_salt bytea, p_email text, p_phone text, p_profile_url text, p_name text, p_employer text, p_candidate_ref text,
        p_contact_ref text
      ) returns bytea[] language sql immutable parallel safe as $$
        select person_marks(p_salt, p_email, p_phone, p_profile_url, p_name, p_employer, p_candidate_ref, p_contact_ref)
          || array_remove(array[person_mark(p_salt, 'phone',
               case when length(p_phone) >= 7 and p_phone ~ '[^0-9]' then right(p_phone, 8) end)], null) $$`,
  ),
  // Whether the cells of a row, by the names of their columns, or the words of a line name somebody who was erased.
  func(
    'names_erased',
    `(p_firm uuid, p_cells jsonb, p_line text) returns boolean language sql stable as $$
      select exists (
        select 1 from public.tombstone_salt s
        cross join lateral (
          select unnest(public.recognised_marks(s.salt, p_cells ->> 'email', p_cells ->> 'phone', p_cells ->> 'profile_url',
            p_cells ->> 'name', p_cells ->> 'employer', p_cells ->> 'candidate_ref', p_cells ->> 'contact_ref')) as mark
          union all
          select unnest(public.recognised_marks(s.salt, w, w, w, null, null, w, w))
          from regexp_split_to_table(p_line, '[,;"\t]+') w
        ) m
        join public.tombstone t on t.firm_id = s.firm_id and t.mark = m.mark
        where s.firm_id = p_firm) $$`,
  ),
];
