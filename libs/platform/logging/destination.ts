import { destination, type DestinationStream } from 'pino';

/** Lines that wait for a disk with room again; more are let go. */
const LONGEST_BACKLOG_BYTES = 1024 * 1024;

export interface LogDestination extends DestinationStream {
  /** How often the log could not be written. */
  readonly failures: () => number;
}

/**
 * Where log lines go. A log that cannot be written, on a full disk for one, costs its lines and not the process: without
 * somebody who hears of it, the error would end it.
 */
export function logDestination(fd: number, complain: (sentence: string) => void): LogDestination {
  const stream = destination({ dest: fd, sync: true, maxLength: LONGEST_BACKLOG_BYTES });
  let failures = 0;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failures += 1;
    if (failures === 1) complain(`The log cannot be written (${error.code ?? error.name}); work goes on without it.\n`);
  });
  return Object.assign(stream, { failures: () => failures });
}

/** For a process: standard output, and its complaint on standard error, which may be as full. */
export function standardLog(): LogDestination {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return logDestination(process.stdout.fd, (sentence) => process.stderr.write(sentence));
}
