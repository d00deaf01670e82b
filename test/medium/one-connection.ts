import { AsyncLocalStorage } from 'node:async_hooks';
import { Database } from '@app/platform/database/database.js';

/** The transaction that the running code is inside of, as long as it is open. */
const inside = new AsyncLocalStorage<{ open: boolean }>();
const refused: Error[] = [];
let elsewhere: (() => Promise<unknown>) | null = null;

Database.watch = {
  async within(transaction) {
    const held = { open: true };
    try {
      return await inside.run(held, transaction);
    } finally {
      held.open = false;
      await elsewhere?.();
    }
  },
  asked() {
    if (!inside.getStore()?.open) return;
    const error = new Error('Inside a transaction, which has a connection, another one was asked for: pass `tx` on.');
    refused.push(error);
    throw error;
  },
};

/** For the test of this very watch: what was refused so far is no fault. */
export const takeRefused = (): Error[] => refused.splice(0);

/** What somebody else does right after every transaction of this test, before anything else happens. */
export const afterEachCommit = (change: () => Promise<unknown>): void => void (elsewhere = change);

// also where whoever asked goes on after an error
afterEach(() => {
  elsewhere = null;
  const [first] = takeRefused();
  if (first) throw first;
});
