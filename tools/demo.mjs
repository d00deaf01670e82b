// @ts-check
// `npm run demo`: a simulated firm on this machine, with nothing to install but Node.
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';

const began = Date.now();
await ensureInstalled();
const { ensureBuilt } = await import('./lib/build.mjs');
await ensureBuilt(['api', 'worker', 'cli', 'web']);
const { ROOT, startStack } = await import('./lib/stack.mjs');

const FIRM = 'Meridian Search (simulated)';
const PASSWORD = 'searchlight-demo';
const LOGINS = ['partner', 'consultant', 'researcher'].map((role) => `${role}@searchlight.example`);

const dataDir = path.resolve(process.env.SEARCHLIGHT_DATA_DIR ?? path.join(ROOT, 'data'));
const loaded = path.join(dataDir, 'demo.loaded');
const stack = await startStack({
  dataDir,
  port: Number(process.env.PORT ?? 3000),
  mailPort: Number(process.env.MAILBOX_PORT ?? 8025),
});

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
  await must(['migrate']);
  if (!fs.existsSync(loaded)) {
    console.log('Loading the simulated firm (first start only).');
    const { generateFirm } = await import('./generate/generate.mjs');
    const folder = path.join(dataDir, 'demo-firm');
    await generateFirm({ size: 'demo', seed: 1, out: folder });
    await must(['import', folder, '--firm', FIRM, '--simulated']);
    for (const email of LOGINS)
      await must(['user', 'set-password', '--firm', FIRM, '--email', email, '--password', PASSWORD]);
    fs.writeFileSync(loaded, new Date().toISOString());
  }
  stack.start('api');
  stack.start('worker');
  await stack.ready();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stack.stop();
  process.exit(1);
}

console.log(`
  Searchlight is running with simulated data (ready in ${((Date.now() - began) / 1000).toFixed(1)} s)

    ${stack.url}

  Sign in with the password  ${PASSWORD}
    partner      ${LOGINS[0]}
    consultant   ${LOGINS[1]}
    researcher   ${LOGINS[2]}

  Mail it sends is caught at ${stack.mailbox.url}
  Ctrl-C stops everything. Data stays in ${path.relative(process.cwd(), dataDir) || '.'}; delete that folder to start afresh.
`);

/** @param {string[]} args */
async function must(args) {
  const { status, stderr, stdout } = await stack.cli(args);
  if (status !== 0) throw new Error(stderr || stdout || `searchlight ${args[0]} ended with status ${status}`);
}
