import type { Alone } from '@app/platform/once/each-alone.js';
import type { LedSearch } from '@app/searches/searches.types.js';

/** How much went to somebody else, hidden searches included. For the audit alone. */
export interface HandedOver {
  readonly searches: number;
  readonly tasks: number;
  readonly flags: number;
  readonly deputyFor: number;
}

/** What became of each change of a lead, or would. */
export type LeadChanges = Alone<LedSearch>;
