/** How often something may be tried, and how it slows whoever goes on. */
export interface Pace {
  /** So many tries at once, before the first wait. */
  free: number;
  /** The first wait, in seconds; each further try doubles it. */
  firstWait: number;
  longestWait: number;
  /** So long after the last try they are forgotten. */
  forgottenAfter: number;
}

/** One counter that an attempt goes by. */
export interface Counter {
  key: string;
  pace: Pace;
  /** Somebody who is too early waits so many seconds in line at most; without it they are told to come again. */
  patience?: number;
}

/** Where a try comes from. */
export interface Source {
  address: string;
  cookie?: string | undefined;
}

export type AttemptsErrorCode = 'too_many_attempts';
