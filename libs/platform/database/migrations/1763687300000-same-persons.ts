import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What tells that somebody is here already, however it is written: looked up by an index for whoever is added. */
export class SamePersons1763687300000 implements MigrationInterface {
  name = 'SamePersons1763687300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- the last eight digits, however the country and the area are written, without an extension
      create function phone_key(phone text) returns text language sql immutable strict parallel safe as $$
        select case when length(d) >= 7 then right(d, 8) end
        from (select regexp_replace(
          regexp_replace(phone, '[ ,;]*(ext\\.?|extn\\.?|extension|x|dw\\.?|durchwahl|poste|int\\.?|#)[ :.=]*[0-9]+$', '', 'i'),
          '[^0-9]', '', 'g') as d) digits
      $$;
      -- without what leads to the same page all the same; as much of it as an index takes, in any letters
      create function profile_key(url text) returns text language sql immutable strict parallel safe as $$
        select nullif(left(rtrim(regexp_replace(
          regexp_replace(lower(btrim(url)), '^https?://(www[.]|m[.])?|#.*$', '', 'g'),
          '^(?:[a-z]{2,3}[.])?(linkedin[.]com/[^?]*).*$', '\\1'), '/'), 600), '')
      $$;
      create index candidate_email on candidate (firm_id, lower(email)) where email is not null;
      create index candidate_phone on candidate (firm_id, phone_key(phone)) where phone is not null;
      create index candidate_profile on candidate (firm_id, profile_key(profile_url)) where profile_url is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index candidate_email, candidate_phone, candidate_profile;
      drop function phone_key(text), profile_key(text);
    `);
  }
}
