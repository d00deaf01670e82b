export interface BookFlag {
  rule: string;
  search: string;
  candidate: string | null;
  severity: 'watch' | 'stalled';
  since: number;
  deadline: number;
  evidence: Record<string, unknown>;
  basis: Record<string, unknown>;
  sentence: string;
  nextStep: string;
}

export type Found = Omit<BookFlag, 'search' | 'candidate'>;

/** What is said of a flag that stands. */
export type Told = Pick<Found, 'evidence' | 'basis' | 'sentence' | 'nextStep'>;

/** One flag a subject: of the later severity once both have come. */
export function reached(rungs: Omit<Found, keyof Told>[], asOf: number) {
  return rungs.filter(({ deadline }) => deadline <= asOf).at(-1);
}

export const written = (moment: number) => new Date(moment).toISOString();
