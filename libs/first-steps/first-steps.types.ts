/** What a new firm does first, in this order. */
export const FIRST_STEPS = ['office', 'colleagues', 'client', 'contact', 'search', 'history'] as const;
export type FirstStepKey = (typeof FIRST_STEPS)[number];

export interface FirstStep {
  key: FirstStepKey;
  done: boolean;
  /** not every firm has something to bring in */
  optional: boolean;
}

export interface FirstSteps {
  items: FirstStep[];
  /** nothing is left that every firm does */
  done: boolean;
  /** a client of whom nobody is known yet */
  clientId: string | null;
  /** there is sample data to look at */
  sample: boolean;
  /** the reader has put them away */
  away: boolean;
}

/** What is there already, as the reader may see it. */
export type StepsTaken = Record<FirstStepKey, boolean> & Pick<FirstSteps, 'clientId' | 'sample' | 'away'>;
