// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { addDatedWork } from './dated-work.mjs';
import { loadDemoFirm, must } from './demo-firm.mjs';

/**
 * Starts api and worker on the simulated firm, which is made on the first start in this folder.
 * @param {Awaited<ReturnType<typeof import('./stack.mjs').startStack>>} stack @param {string} dataDir
 * @param {{ url?: string, apiReady?: () => void }} [how] `url`: where people reach it, if not at the api itself
 */
export async function openDemoFirm(stack, dataDir, { url = stack.url, apiReady } = {}) {
  const loaded = path.join(dataDir, 'demo.loaded');
  const first = !fs.existsSync(loaded);
  await must(stack, ['migrate']);
  if (first) {
    console.log('Loading the simulated firm (first start only).');
    await loadDemoFirm(stack, dataDir);
    await must(stack, ['sweep']);
  }
  stack.start('api');
  await stack.ready();
  apiReady?.();
  if (first) {
    await addDatedWork({ url });
    fs.writeFileSync(loaded, new Date().toISOString());
  }
  stack.start('worker');
}
