// @ts-check
// `npm run demo`: a simulated firm on this machine, with nothing to install but Node.
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { LOGINS, PASSWORD } from './lib/demo-firm.mjs';
import { sentenceOf, takeFolder } from './lib/one-at-a-time.mjs';
import { openDemoFirm } from './lib/open-firm.mjs';
import { freeOr, ROOT, startStack } from './lib/stack.mjs';

const began = Date.now();
await ensureBuilt(['api', 'worker', 'cli', 'web']);

const dataDir = path.resolve(process.env.SEARCHLIGHT_DATA_DIR ?? path.join(ROOT, 'data'));
const turn = await orSay(() => takeFolder(dataDir));
const stack = await orSay(async () =>
  startStack({
    dataDir,
    port: await freeOr(portOf('PORT', 3000)),
    mailPort: await freeOr(portOf('MAILBOX_PORT', 8025)),
    env: { SIGN_UP: 'open' },
  }),
);

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping: requests finish, the worker drains, the database closes.');
  await stack.stop();
  process.exit(0);
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

try {
  await openDemoFirm(stack, dataDir, { apiReady: () => turn.tell(stack.url) });
} catch (error) {
  if (!stopping) {
    console.error(sentenceOf(error, dataDir));
    await stack.stop();
    process.exit(1);
  }
}

console.log(`
  Searchlight is running with simulated data (ready in ${((Date.now() - began) / 1000).toFixed(1)} s)

    ${stack.url}

  Sign in with the password  ${PASSWORD}
    admin        ${LOGINS.admin}
    partner      ${LOGINS.partner}
    consultant   ${LOGINS.consultant}
    researcher   ${LOGINS.researcher}

  Mail it sends is caught at ${stack.mailbox.url}
  Ctrl-C stops everything. Data stays in ${path.relative(process.cwd(), dataDir) || '.'}; delete that folder to start afresh.
`);

/** What keeps the demo from starting is one sentence. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
async function orSay(work) {
  try {
    return await work();
  } catch (error) {
    console.error(sentenceOf(error, dataDir));
    process.exit(1);
  }
}

/** @param {string} name @param {number} otherwise */
function portOf(name, otherwise) {
  const port = Number(process.env[name] ?? otherwise);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`${name} must be a whole number from 0 to 65535.`);
}
