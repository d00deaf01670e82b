import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadDemoFirm, must } from '../../tools/lib/demo-firm.mjs';
import { startStack } from '../../tools/lib/stack.mjs';

/** The simulated firm is made once; the stage of each file begins with a copy of it. */
export default async function setup() {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-e2e-firm-'));
  fs.chmodSync(dataDir, 0o755);
  const stack = await startStack({ dataDir, durable: false });
  await must(stack, ['migrate']);
  await loadDemoFirm(stack, dataDir);
  await stack.stop();
  process.env.TEST_FIRM = dataDir;
  globalThis.removeTestFirm = () => fs.rmSync(dataDir, { recursive: true, force: true });
}
