import type { MigrationInterface, QueryRunner } from 'typeorm';

const SPACES = String.raw`[\u0001-\u0020\u007F-\u00A0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+`;

/** Between the words of a text, punctuation and signs; spaces too, as some signs become some when they are folded. */
const SEPARATORS = String.raw`[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B9\u00BB-\u00BF\u00D7\u00F7\u055A-\u055F\u0589\u058A\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u060C\u061B\u061D-\u061F\u066A-\u066D\u06D4\u0964\u0965\u1680\u180E\u2010-\u2029\u2030-\u205E\u20A0-\u20CF\u2190-\u2BFF\u2E00-\u2E7F\u3001-\u3004\u3008-\u3020\u3030\u303D\u30A0\u30FB]+`;

/** Scripts written without spaces: a word may begin at any letter. */
const DENSE = String.raw`\u0E00-\u109F\u1780-\u17FF\u3005-\u3007\u3040-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0003FFFF`;

/** Accents, vowel points, and what nobody sees. */
const MARKS = String.raw`[\u00AD\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u061C\u0640\u064B-\u065F\u0670\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u202A-\u202E\u2060-\u206F\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF]`;

/**
 * How people, clients and searches are found: by the words that a text holds and those of a question, in one folding.
 * Generated columns use it, so another folding is another migration.
 */
const FUNCTIONS = `
      -- letters as they are compared: small, without accents, one form of each
      create function folded(value text) returns text
        language plpgsql immutable strict parallel safe as $fn$
      begin
        if octet_length(value) = length(value) then
          return lower(value collate "C");
        end if;
        value := normalize(translate(value, '’‘‛ʹʻʼʽˈ′´', ''''''''''''''''''''''), NFKD);
        value := regexp_replace(value,
          '${MARKS}', '', 'g');
        value := translate(lower(normalize(value, NFKC) collate "und-x-icu"), 'øłđðħıŧςىیکةґ', 'olddhitσييكهг');
        return replace(replace(replace(replace(replace(value, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ŋ', 'ng');
      end $fn$;

      -- once as it stands, and with vowels in two letters where some write them so: Müller is Muller and Mueller
      create function spellings(value text) returns text[]
        language plpgsql immutable strict parallel safe as $fn$
      declare
        long text;
      begin
        if octet_length(value) = length(value) then
          return array[lower(value collate "C")];
        end if;
        value := normalize(value, NFC);
        if value !~ '[äöüøåđÄÖÜØÅĐ]' then
          return array[public.folded(value)];
        end if;
        long := translate(value, 'ÄÖÜØÅĐ', 'äöüøåđ');
        long := replace(replace(replace(replace(long, 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ø', 'oe');
        return array[public.folded(value), public.folded(replace(replace(long, 'å', 'aa'), 'đ', 'dj'))];
      end $fn$;

      -- each word, each chunk without its punctuation, both without the second letter of such vowels
      create function found_words(value text) returns tsvector
        language plpgsql immutable strict parallel safe as $fn$
      declare
        spaces constant text := '${SPACES}';
        separators constant text := '${SEPARATORS}';
        dense constant text := '${DENSE}';
        ascii constant boolean := octet_length(value) = length(value);
        chunk text;
        spelling text;
        part text;
        words text[] := '{}';
        kept text[] := '{}';
      begin
        if not ascii and value ~ '[\\u0E00-\\uFFFF\\U00010000-\\U0003FFFF]' then
          value := regexp_replace(value, '([' || dense || '])[ \\u3000]+(?=[' || dense || '])', '\\1', 'g');
        end if;
        foreach chunk in array regexp_split_to_array(value, spaces) loop
          if octet_length(chunk) = length(chunk) then
            chunk := lower(chunk collate "C");
            if chunk !~ '[^a-z0-9]' then
              words := words || chunk;
            else
              chunk := btrim(regexp_replace(chunk, '[^a-z0-9]+', ' ', 'g'));
              words := words || string_to_array(chunk, ' ') || replace(chunk, ' ', '');
            end if;
          else
            foreach spelling in array public.spellings(chunk) loop
              spelling := btrim(regexp_replace(spelling, separators, ' ', 'g'));
              words := words || string_to_array(spelling, ' ') || replace(spelling, ' ', '');
            end loop;
          end if;
        end loop;
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
        return array_to_tsvector(kept);
      end $fn$;

      create function asked_word(word text) returns text
        language sql immutable strict parallel safe as $fn$
          select case when word ~ '[aou]e+[^e]|aa.'
            then format('(''%s'':* | ''%s'':*)', left(word, 24),
              left(regexp_replace(regexp_replace(word, '([aou])e+(?=[^e])', '\\1', 'g'), 'aa(?=.)', 'a', 'g'), 24))
            else format('''%s'':*', left(word, 24)) end
        $fn$;

      -- null: there is no word in it
      create function asked_words(question text) returns tsquery
        language plpgsql immutable strict parallel safe as $fn$
      declare
        spaces constant text := '${SPACES}';
        separators constant text := '${SEPARATORS}';
        chunk text;
        spelling text;
        parts text[];
        ways text[];
        asked text[] := '{}';
      begin
        foreach chunk in array regexp_split_to_array(question, spaces) loop
          ways := '{}';
          foreach spelling in array public.spellings(chunk) loop
            parts := array_remove(regexp_split_to_array(spelling, separators), '');
            continue when cardinality(parts) = 0;
            ways := ways || (select string_agg(public.asked_word(p), ' & ') from unnest(parts) p);
            if cardinality(parts) > 1 then
              ways := ways || public.asked_word(array_to_string(parts, ''));
            end if;
          end loop;
          if cardinality(ways) > 0 then
            asked := asked || ('(' || array_to_string(array(select distinct unnest(ways)), ' | ') || ')');
          end if;
        end loop;
        return nullif(array_to_string(asked, ' & '), '')::tsquery;
      end $fn$;
`;

/** What people read and lists go by: sorted as dictionaries do, however the database was made. */
const SORTED: Record<string, readonly string[]> = {
  firm: ['name'],
  firm_user: ['name'],
  client: ['name'],
  contact: ['name'],
  candidate: ['name', 'title'],
  search: ['title'],
  stage: ['label'],
  task: ['title'],
  holiday: ['name'],
  client_holiday: ['name'],
};

/** The columns that people, clients and searches are found by. */
const FOUND_BY: Record<string, readonly string[]> = {
  candidate: ['name', 'title', 'employer'],
  client: ['name', 'domain', 'industry'],
  contact: ['name', 'email'],
  search: ['title', 'ref'],
};

export class WordsFound1763687100000 implements MigrationInterface {
  name = 'WordsFound1763687100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table candidate drop column words; ${FUNCTIONS}`);
    await sortBy(runner, '"und-x-icu"');
    for (const [table, columns] of Object.entries(FOUND_BY)) {
      const text = columns.map((column) => `coalesce(${column}, '')`).join(` || E'\\n' || `);
      await runner.query(`alter table ${table} add words tsvector generated always as (found_words(${text})) stored`);
    }
    await runner.query(`
      create index candidate_words on candidate using gin (words);
      create index contact_words on contact using gin (words);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(FOUND_BY)) await runner.query(`alter table ${table} drop column words`);
    await sortBy(runner, '"default"');
    await runner.query(`
      drop function asked_words(text), asked_word(text), found_words(text), spellings(text), folded(text);
      alter table candidate add words tsvector generated always as (
        to_tsvector('simple', immutable_unaccent(name || ' ' || coalesce(title, '') || ' ' || coalesce(employer, '')))
      ) stored;
      create index candidate_words on candidate using gin (words);
    `);
  }
}

async function sortBy(runner: QueryRunner, collation: string): Promise<void> {
  for (const [table, columns] of Object.entries(SORTED)) {
    const changes = columns.map((column) => `alter ${column} type text collate ${collation}`);
    await runner.query(`alter table ${table} ${changes.join(', ')}`);
  }
}
