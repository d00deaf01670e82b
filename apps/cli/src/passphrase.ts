import fs from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { WrongUsage } from './outcome.js';

export interface PassphraseOptions {
  passphraseStdin?: boolean;
  passphraseFile?: string;
}

/** Never as a word of the command: that would stand in the shell's history and in the list of processes. */
export const passphraseOptions = (command: Command): Command =>
  command
    .option('--passphrase-stdin', 'read the passphrase from the first line of standard input')
    .option('--passphrase-file <file>', 'read it from the first line of a file');

export async function passphraseOf({ passphraseStdin, passphraseFile }: PassphraseOptions): Promise<string | null> {
  if (passphraseStdin && passphraseFile) throw new WrongUsage('Give the passphrase one way, not both.');
  if (!passphraseStdin && !passphraseFile) return null;
  const given = passphraseFile ? readFile(passphraseFile) : await text(process.stdin);
  const [line = ''] = given.split(/\r?\n/);
  if (line === '') throw new WrongUsage('There is no passphrase in the first line.');
  return line;
}

function readFile(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    throw new WrongUsage(`There is no file ${file} that this user may read.`);
  }
}
