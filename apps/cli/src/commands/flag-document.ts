import type { FlagDecision, SearchFacts } from '@app/clocks/clocks.types.js';

/** A flag as the command line prints it. */
export interface FlagDocument {
  rule: string;
  severity: string;
  search_ref: string | null;
  candidate_ref: string | null;
  since: Date;
  deadline: Date;
  basis: unknown;
  sentence: string;
  next_step: string;
}

export function flagDocument({ searchRef }: SearchFacts, flag: FlagDecision): FlagDocument {
  return {
    rule: flag.rule,
    severity: flag.severity,
    search_ref: searchRef,
    candidate_ref: flag.candidateRef,
    since: flag.since,
    deadline: flag.deadline,
    basis: inSnakeCase(flag.basis),
    sentence: flag.sentence,
    next_step: flag.nextStep,
  };
}

function inSnakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSnakeCase);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      inSnakeCase(inner),
    ]),
  );
}
