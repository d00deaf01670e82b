import type { MigrationInterface, QueryRunner } from 'typeorm';

const SPACES = String.raw`[\u0001-\u0020\u007F-\u00A0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+`;

/** Between the words of a text, punctuation and signs; spaces too, as some signs become some when they are folded. */
const SEPARATORS = String.raw`[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B9\u00BB-\u00BF\u00D7\u00F7\u055A-\u055F\u0589\u058A\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u060C\u061B\u061D-\u061F\u066A-\u066D\u06D4\u0964\u0965\u1680\u180E\u2010-\u2029\u2030-\u205E\u20A0-\u20CF\u2190-\u2BFF\u2E00-\u2E7F\u3001-\u3004\u3008-\u3020\u3030\u303D\u30A0\u30FB]+`;

/** Scripts written without spaces: a word may begin at any letter. */
const DENSE = String.raw`\u0E00-\u109F\u1780-\u17FF\u3005-\u3007\u3040-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0003FFFF`;

/** In small Latin letters and digits alone, as most of what is found is written. */
const PLAIN_SPACES = String.raw`[\u0001-\u0020\u007F]+`;
const PLAIN_SIGNS = String.raw`[^a-z0-9\u0001-\u0020\u007F]+`;

/**
 * The same words and keys as before, so what is kept stays as it is, for a third of the work: a file of people is words,
 * keys and the statistics of both.
 */
const FUNCTIONS = `
      create or replace function found_words(value text) returns tsvector
        language plpgsql immutable strict parallel safe as $fn$
      declare
        spaces constant text := '${SPACES}';
        separators constant text := '${SEPARATORS}';
        dense constant text := '${DENSE}';
        ascii constant boolean := octet_length(value) = length(value);
        plain text := '';
        chunk text;
        spelling text;
        part text;
        words text[] := '{}';
        kept text[] := '{}';
      begin
        if ascii then
          plain := value;
        else
          if value ~ '[\\u0E00-\\uFFFF\\U00010000-\\U0003FFFF]' then
            value := regexp_replace(value, '([' || dense || '])[ \\u3000]+(?=[' || dense || '])', '\\1', 'g');
          end if;
          foreach chunk in array regexp_split_to_array(value, spaces) loop
            if octet_length(chunk) = length(chunk) then
              plain := plain || ' ' || chunk;
            else
              foreach spelling in array public.spellings(chunk) loop
                spelling := btrim(regexp_replace(spelling, separators, ' ', 'g'));
                words := words || string_to_array(spelling, ' ') || replace(spelling, ' ', '');
              end loop;
            end if;
          end loop;
        end if;
        plain := lower(plain collate "C");
        words := words || regexp_split_to_array(plain, '[^a-z0-9]+');
        if plain ~ '[a-z0-9]${PLAIN_SIGNS}[a-z0-9]' then
          words := words || regexp_split_to_array(regexp_replace(plain, '${PLAIN_SIGNS}', '', 'g'), '${PLAIN_SPACES}');
        end if;
        if array_to_string(words, ' ') ~ (case when ascii then '[aou]e|aa' else '[aou]e|aa|[' || dense || ']' end) then
          foreach part in array words loop
            continue when part = '';
            kept := kept || left(part, 24);
            if part ~ '[aou]e|aa' then
              kept := kept || left(replace(regexp_replace(part, '([aou])e+', '\\1', 'g'), 'aa', 'a'), 24);
            end if;
            if not ascii and octet_length(part) > length(part) + 1 and part ~ ('[' || dense || ']') then
              for i in 2..length(part) loop
                if substr(part, i - 1, 2) ~ ('[' || dense || ']') then
                  kept := kept || left(substr(part, i), 24);
                end if;
              end loop;
            end if;
          end loop;
        else
          kept := array(select left(w, 24) from unnest(words) w where w <> '');
        end if;
        return array_to_tsvector(kept);
      end $fn$;

      create or replace function phone_key(phone text) returns text
        language plpgsql immutable strict parallel safe as $fn$
      begin
        if phone ~* '[a-z#]' then
          phone := regexp_replace(phone, '[ ,;]*(ext\\.?|extn\\.?|extension|x|dw\\.?|durchwahl|poste|int\\.?|#)[ :.=]*[0-9]+$', '', 'i');
        end if;
        phone := translate(phone, ' +-()./', '');
        if phone ~ '[^0-9]' then
          phone := regexp_replace(phone, '[^0-9]', '', 'g');
        end if;
        return case when length(phone) >= 7 then right(phone, 8) end;
      end $fn$;

      create or replace function profile_key(url text) returns text
        language plpgsql immutable strict parallel safe as $fn$
      begin
        url := regexp_replace(lower(btrim(url)), '^https?://(www[.]|m[.])?|#.*$', '', 'g');
        if position('linkedin.com/' in url) > 0 then
          url := regexp_replace(url, '^(?:[a-z]{2,3}[.])?(linkedin[.]com/[^?]*).*$', '\\1');
        end if;
        return nullif(left(rtrim(url, '/'), 600), '');
      end $fn$;
`;

export class QuickerWords1763688200000 implements MigrationInterface {
  name = 'QuickerWords1763688200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTIONS);
  }

  /** They answer what they answered before. */
  async down(): Promise<void> {}
}
