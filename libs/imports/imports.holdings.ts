import type { HoldsPersons } from '@app/platform/persons/holdings.js';

const NAMED_IN_CELLS = `exists (select 1 from jsonb_each_text(t.cells) c where lower(btrim(c.value)) = any (p.cells))
  or exists (select 1 from unnest(p.own_words) w where position(lower(w) in lower(concat_ws(' ', t.cells, t.row_text))) > 0)`;

/**
 * Files that nobody is going to read any more. One on its way keeps its bytes, or the rest of it would not be read: its
 * rows about them are refused, and it is emptied when it has been read.
 */
const LEFT_OVER_AND_NAMES_THEM = `t.file_id in (
  select c.file_id from stored_file_chunk c
  where c.firm_id = p.firm_id and exists (select 1 from unnest(p.words) w where position(convert_to(w, 'UTF8') in c.bytes) > 0))
  and not exists (
    select 1 from import_file i join import_run r on r.firm_id = i.firm_id and r.id = i.run_id
    where i.firm_id = t.firm_id and i.file_id = t.file_id and r.state in ('waiting', 'running'))
  and (exists (select 1 from import_file i where i.firm_id = t.firm_id and i.file_id = t.file_id)
       or exists (select 1 from stored_file f
                  where f.firm_id = t.firm_id and f.id = t.file_id and f.touched_at < now() - interval '1 hour'))`;

const STARTED_BY_THEM = `p.sees_all or t.run_id in (
  select r.id from import_run r where r.firm_id = t.firm_id and r.started_by = p.viewer_id)`;

export const IMPORTS: HoldsPersons = {
  room: 'imports',
  holdings: [
    { table: 'import_run', columns: { state: 'kept', progress: 'sentence', problem: 'text' }, users: ['started_by'] },
    { table: 'import_file', columns: { name: 'kept' } },
    { table: 'stored_file', columns: { name: 'text' } },
    {
      table: 'stored_file_chunk',
      about: LEFT_OVER_AND_NAMES_THEM,
      given: 'false',
      deleted: true,
      columns: { bytes: 'kept' },
    },
    {
      // a refused row keeps its number and its file; it is read by whoever started the import
      table: 'import_refusal',
      about: NAMED_IN_CELLS,
      columns: {
        file: 'kept',
        column_name: 'kept',
        sentence: 'sentence',
        ref: 'cleared',
        cells: 'sentence',
        row_text: 'text',
      },
      seen: () => STARTED_BY_THEM,
      uncounted: true,
      becomes: { cells: `'{}'`, sentence: `'This row was about a person whose data was erased.'` },
    },
  ],
};
