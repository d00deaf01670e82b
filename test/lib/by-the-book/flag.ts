export interface BookFlag {
  rule: string;
  search: string;
  candidate: string | null;
  severity: 'watch' | 'stalled';
  since: number;
  deadline: number;
  evidence: Record<string, unknown>;
  basis: Record<string, unknown>;
  nextStep: string;
}

export type Found = Omit<BookFlag, 'search' | 'candidate'>;

/** One flag a subject: of the later severity once both have come. */
export function reached(rungs: Omit<Found, 'evidence' | 'basis' | 'nextStep'>[], asOf: number) {
  return rungs.filter(({ deadline }) => deadline <= asOf).at(-1);
}

export const written = (moment: number) => new Date(moment).toISOString();
