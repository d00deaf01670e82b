export interface FieldError {
  field: string;
  message: string;
}

/** Somebody who is here already, and what is the same. */
export interface Duplicate {
  id: string;
  name: string;
  same: string[];
  /** Of a contact: whose. */
  client?: { id: string; name: string };
}

interface ProblemBody {
  title?: unknown;
  detail?: unknown;
  message?: unknown;
  code?: unknown;
  errors?: unknown;
  mayKeep?: unknown;
  duplicates?: unknown;
}

const FALLBACK = 'That did not work. Nothing was changed.';

/** An answer of the server that says no, in its own words (RFC 9457). */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    sentence: string,
    readonly fields: readonly FieldError[] = [],
    /** Of somebody who asked to be forgotten: whether they may be kept again. */
    readonly mayKeep = false,
    readonly duplicates: readonly Duplicate[] = [],
  ) {
    super(sentence);
    this.name = 'ApiProblem';
  }

  static from(status: number, body: unknown): ApiProblem {
    const problem: ProblemBody = typeof body === 'object' && body !== null ? body : {};
    const sentence = [problem.detail, problem.message, problem.title].find((text) => typeof text === 'string' && text);
    const code = typeof problem.code === 'string' ? problem.code : `http_${status}`;
    return new ApiProblem(
      status,
      code,
      typeof sentence === 'string' ? sentence : FALLBACK,
      fieldErrors(problem.errors),
      problem.mayKeep === true,
      Array.isArray(problem.duplicates) ? (problem.duplicates as Duplicate[]) : [],
    );
  }
}

export function unreachable(cause: unknown): ApiProblem {
  if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
  return new ApiProblem(
    0,
    'unreachable',
    'The server cannot be reached. What you typed is kept; try again in a moment.',
  );
}

export const sentenceOf = (error: unknown): string => (error instanceof ApiProblem ? error.message : FALLBACK);

export const isStatus = (error: unknown, status: number): boolean =>
  error instanceof ApiProblem && error.status === status;

export const isStale = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'stale_version';

/** The page is of another user or firm than the session is by now. */
export const isOfAnother = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'acting_as_another';

export const isForgotten = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.code === 'asked_to_be_forgotten';

export const isPossibleDuplicate = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.code === 'possible_duplicate';

function fieldErrors(errors: unknown): FieldError[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(
    (entry: unknown): entry is FieldError =>
      typeof entry === 'object' &&
      entry !== null &&
      typeof (entry as FieldError).field === 'string' &&
      typeof (entry as FieldError).message === 'string',
  );
}
