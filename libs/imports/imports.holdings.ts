import type { HoldsPersons } from '@app/platform/persons/holdings.js';

const NAMED_IN_CELLS = `exists (select 1 from jsonb_each_text(t.cells) c where lower(btrim(c.value)) = any (p.cells))
  or exists (select 1 from unnest(p.own_words) w where position(lower(w) in lower(concat_ws(' ', t.cells, t.row_text))) > 0)`;

export const IMPORTS: HoldsPersons = {
  room: 'imports',
  holdings: [
    { table: 'import_run', columns: { state: 'kept', progress: 'sentence', problem: 'text' }, users: ['started_by'] },
    { table: 'import_file', columns: { name: 'kept' } },
    {
      // a refused row keeps its number and its file
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
      becomes: { cells: `'{}'`, sentence: `'This row was about a person whose data was erased.'` },
    },
  ],
};
