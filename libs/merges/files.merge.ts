import type { ImportFileName } from '@app/import-files/import-files.types.js';
import { mergeHolidays, mergeOffices, mergeStages, mergeUsers } from './firm.merge.js';
import type { Merge } from './bulk.merge.js';
import { mergeCandidates, mergeClients, mergeContacts } from './people.merge.js';
import { mergeActivities, mergeCandidacies, mergeOffers, mergeStageMoves } from './pipeline.merge.js';
import { mergeHolds, mergeReopenings, mergeSearches } from './searches.merge.js';

export const MERGES: Readonly<Record<ImportFileName, (merge: Merge) => Promise<void>>> = {
  'offices.csv': mergeOffices,
  'holidays.csv': mergeHolidays,
  'users.csv': mergeUsers,
  'clients.csv': mergeClients,
  'contacts.csv': mergeContacts,
  'stages.csv': mergeStages,
  'searches.csv': mergeSearches,
  'holds.csv': mergeHolds,
  'reopenings.csv': mergeReopenings,
  'candidates.csv': mergeCandidates,
  'candidacies.csv': mergeCandidacies,
  'stage_moves.csv': mergeStageMoves,
  'activities.csv': mergeActivities,
  'offers.csv': mergeOffers,
};
