import type { Candidacy } from '../../../lib/answers';
import { whoWasFaster } from './faster';

const move = (toStageLabel: string, by: string | null, voided = false): Candidacy['moves'][number] => ({
  ...{
    id: toStageLabel,
    fromStageLabel: null,
    toStageLabel,
    at: '2026-11-30T09:00:00Z',
    reason: null,
    correctable: false,
  },
  by: by === null ? null : { id: by, name: by },
  voided,
});

it.each([
  [
    'says who moved it where',
    { outcome: null, moves: [move('Sourced', 'Ann'), move('Assessed', 'Bo')] },
    'Bo moved Mei to Assessed',
  ],
  [
    'leaves out what was corrected',
    { outcome: null, moves: [move('Contacted', 'Ann'), move('Finalist', 'Bo', true)] },
    'Ann moved Mei to Contacted',
  ],
  [
    'knows nobody behind an import',
    { outcome: null, moves: [move('Assessed', null)] },
    'Someone else moved Mei to Assessed',
  ],
  ['says that it ended', { outcome: 'rejected' as const, moves: [] }, 'Mei is no longer in the search: turned down'],
  ['says what it knows', null, 'Someone else changed Mei'],
])('%s', (_, latest, said) => {
  expect(whoWasFaster('Mei', latest)).toContain(said);
});
