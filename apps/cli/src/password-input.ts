import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { WrongUsage } from './outcome.js';

/** From standard input, or typed without being shown. Never an argument: everybody on the machine reads those. */
export async function readPassword(fromStdin: boolean | undefined): Promise<string> {
  if (fromStdin) return (await text(process.stdin)).replace(/\r?\n$/, '');
  if (!process.stdin.isTTY) {
    throw new WrongUsage('There is no terminal to ask for the password; pipe it in and say --password-stdin.');
  }
  const password = await ask('New password: ');
  if ((await ask('Once more: ')) !== password) throw new WrongUsage('The two are not the same.');
  return password;
}

/** What is typed goes nowhere but into the answer. */
function ask(question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  process.stderr.write(question);
  return new Promise((resolve, reject) => {
    lines.once('SIGINT', () => {
      lines.close();
      reject(new WrongUsage('Nothing was changed.'));
    });
    lines.question('', (answer) => {
      process.stderr.write('\n');
      lines.close();
      resolve(answer);
    });
  });
}
