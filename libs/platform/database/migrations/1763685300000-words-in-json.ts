import type { MigrationInterface, QueryRunner } from 'typeorm';

/** SQL for what has to stand before and behind a word. */
const eraseWords = (before: string, behind: string): string => `
      create or replace function erase_words(value text, words text[]) returns text
        language plpgsql immutable parallel safe as $fn$
      declare
        word text;
      begin
        foreach word in array words loop
          if position(lower(word) in lower(value)) > 0 then
            value := regexp_replace(value,
              ${before} || regexp_replace(word, '([\\\\.^$*+?()\\[\\]{}|-])', '\\\\\\1', 'g') || ${behind},
              '[erased]', 'gi');
          end if;
        end loop;
        return value;
      end $fn$;`;

const BEFORE = `'(?<![[:alnum:]])'`;
const BEHIND = `'(?![[:alnum:]])'`;
const edge = (needs: string, letter: string): string => `case when word ~ '${letter}' then ${needs} else '' end`;

/** Takes words out of the texts in a document, and out of nothing else: its keys, numbers and shape stay. */
export class WordsInJson1763685300000 implements MigrationInterface {
  name = 'WordsInJson1763685300000';

  async up(runner: QueryRunner): Promise<void> {
    // what begins or ends with no letter, as +49 does, may stand beside one
    await runner.query(eraseWords(edge(BEFORE, '^[[:alnum:]]'), edge(BEHIND, '[[:alnum:]]$')));
    await runner.query(`
      create function erase_words_in(document jsonb, words text[]) returns jsonb
        language plpgsql immutable strict parallel safe as $fn$
      begin
        return case jsonb_typeof(document)
          when 'string' then to_jsonb(erase_words(document #>> '{}', words))
          when 'array' then (
            select coalesce(jsonb_agg(erase_words_in(e.part, words) order by e.place), '[]')
            from jsonb_array_elements(document) with ordinality e (part, place))
          when 'object' then (
            select coalesce(jsonb_object_agg(e.key, erase_words_in(e.value, words)), '{}') from jsonb_each(document) e)
          else document
        end;
      end $fn$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function erase_words_in(jsonb, text[])');
    await runner.query(eraseWords(BEFORE, BEHIND));
  }
}
