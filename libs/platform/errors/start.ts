import { StartRefused } from './start-refused.js';

const LISTENING: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program',
  EACCES: 'may not be used by this user',
  EADDRNOTAVAIL: 'is not an address of this machine',
};

/** Runs a process' start. What keeps it from starting is said in sentences, without a stack, and ends it with status 1. */
export async function startOrSay(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    const said = `${sentenceOf(error)}\n`;
    process.stderr.write(said, () => process.exit(1));
  }
}

/** For what is said while starting, before there is a log. */
export const sayWhileStarting = (sentence: string): void => {
  process.stderr.write(`Searchlight is starting: ${sentence}.\n`);
};

function sentenceOf(error: unknown): string {
  if (error instanceof StartRefused) return error.message;
  const { code = '', syscall, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (syscall === 'listen' && LISTENING[code])
    return new StartRefused([`port ${port} on ${address} ${LISTENING[code]} (HOST, PORT, WORKER_HEALTH_PORT)`]).message;
  return `Searchlight cannot start: ${error instanceof Error ? error.stack : String(error)}`;
}
