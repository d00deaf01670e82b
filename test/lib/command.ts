import { Readable } from 'node:stream';
import { jest } from '@jest/globals';
import { Command } from 'commander';
import { Cli, run } from '../../apps/cli/src/cli.js';

export type Adding = (program: Command, cli: Cli) => unknown;

/** Runs one command of the operator's command line in this process; what it printed is its answer. */
export async function runCommand(adding: readonly Adding[], words: readonly string[], input: readonly Buffer[] = []) {
  let [printed, complained] = ['', ''];
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed += String(text)))),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((complained += String(text)))),
    jest.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from(input) as typeof process.stdin),
  ];
  const [program, cli] = [new Command('cli'), new Cli()];
  for (const add of adding) add(program, cli);
  process.exitCode = undefined;
  try {
    const status = await run(program, ['node', 'cli', ...words]);
    return { status, printed, complained };
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}
