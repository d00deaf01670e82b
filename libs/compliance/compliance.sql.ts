import { func, triggerFunction } from '@app/platform/migrate/definitions.sql.js';

export const COMPLIANCE_SQL = [
  // Takes words out of a text, wherever they stand by themselves and however they are capitalised. What begins or ends with
  // no letter, as +49 does, may stand beside one.
  func(
    'erase_words',
    String.raw`(value text, words text[]) returns text language plpgsql immutable parallel safe as $fn$
      declare
        word text;
      begin
        foreach word in array words loop
          if position(lower(word) in lower(value)) > 0 then
            value := regexp_replace(value,
              case when word ~ '^[[:alnum:]]' then '(?<![[:alnum:]])' else '' end
                || regexp_replace(word, '([\\.^$*+?()\[\]{}|-])', '\\\1', 'g')
                || case when word ~ '[[:alnum:]]$' then '(?![[:alnum:]])' else '' end,
              '[erased]', 'gi');
          end if;
        end loop;
        return value;
      end $fn$`,
  ),
  // The same in the texts of a document, and in nothing else: its keys, numbers and shape stay.
  func(
    'erase_words_in',
    `(document jsonb, words text[]) returns jsonb
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
      end $fn$`,
  ),
  // An append-only table whose words an erasure may take out: in the columns named, in the transaction that writes the
  // erasure, and never otherwise. Sample data is removed whole.
  triggerFunction(
    'refuse_change_but_erasure',
    `
      begin
        if tg_op = 'UPDATE' and to_jsonb(new) - tg_argv = to_jsonb(old) - tg_argv and exists (
          select 1 from erasure e
          where e.firm_id = new.firm_id and e.at = now() and e.id::text = current_setting('searchlight.erasure', true)
        ) then
          return new;
        end if;
        if tg_op = 'DELETE' then
          if exists (select 1 from firm f where f.id = old.firm_id and f.sample_of is not null) then return old; end if;
        end if;
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end
    `,
  ),
];
