import { sqlState } from './database.js';

/** Cancelled or refused by the server: shutting down, starting up, out of connections, out of time, connection lost. */
const OUTAGE_STATES =
  /^(57P0[123]|57014|53\d{3}|08\w{3}|25P03|ECONN(REFUSED|RESET|ABORTED)|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;
/** pg and TypeORM lose a connection without an SQLSTATE. */
const OUTAGE_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|query runner was already released|connection was closed|Client was closed|Client has encountered a connection error/i;

/** True when the database could not be asked, so that the same request may simply be sent again. */
export function isDatabaseOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return OUTAGE_STATES.test(sqlState(error)) || OUTAGE_WORDS.test(error.message);
}
