import { sqlState } from '../database/database.js';

const FRAMES = 12;
const PARTS = 3;
/** Thrown by the engine itself, about our code; what is parsed or queried does not stand in them. */
const OF_THE_ENGINE = new Set(['TypeError', 'ReferenceError', 'RangeError']);

export interface Described {
  readonly error: string;
  readonly code?: string;
  readonly constraint?: string | undefined;
  readonly table?: string | undefined;
  readonly message?: string;
  readonly frames?: readonly string[];
  /** the first few, where several went wrong */
  readonly parts?: readonly Described[];
}

/**
 * What may be logged of an error: its class, its code, and where in our code it came from. Not what it says: the message
 * and the detail of a database, of a mail server and of a parser carry people's data.
 */
export function describe(error: unknown): Described {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = sqlState(error);
  const { constraint, table } = (error as { driverError?: { constraint?: string; table?: string } }).driverError ?? {};
  return {
    error: error.name,
    ...(code ? { code } : {}),
    ...(constraint ? { constraint } : {}),
    ...(table ? { table } : {}),
    ...(OF_THE_ENGINE.has(error.name) ? { message: error.message } : {}),
    frames: framesOf(error),
    ...(error instanceof AggregateError ? { parts: error.errors.slice(0, PARTS).map(describe) } : {}),
  };
}

/** A stack begins with the message, which may have lines that look like frames: it is cut off first. */
function framesOf({ stack = '', message }: Error): string[] {
  const after = stack.slice(stack.indexOf(message) + message.length);
  return after
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES);
}
