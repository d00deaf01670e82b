import { createInterface } from 'node:readline';
import { type Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { WrongUsage } from './outcome.js';

/** From standard input, or typed without being shown. Never an argument: everybody on the machine reads those. */
export async function readPassword(fromStdin: boolean | undefined): Promise<string> {
  if (fromStdin) return (await text(process.stdin)).replace(/\r?\n$/, '');
  if (!process.stdin.isTTY) {
    throw new WrongUsage('There is no terminal to ask for the password; pipe it in and say --password-stdin.');
  }
  return typeTwice(process.stdin, process.stderr);
}

/** What is typed goes nowhere but into the answer. */
export async function typeTwice(input: Readable, output: Writable): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  // without a history, which an arrow key would bring back
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  lines.once('SIGINT', () => lines.close());
  const typed = lines[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string> => {
    output.write(question);
    const line = await typed.next();
    output.write('\n');
    if (line.done) throw new WrongUsage('Nothing was changed.');
    return line.value;
  };
  try {
    const password = await ask('New password: ');
    if ((await ask('Once more: ')) !== password) throw new WrongUsage('The two do not match.');
    return password;
  } finally {
    lines.close();
  }
}
