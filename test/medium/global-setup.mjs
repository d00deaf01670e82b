import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../tools/lib/postgres.mjs';

export default async function setup() {
  if (process.env.TEST_DATABASE_URL) return;
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-test-'));
  fs.chmodSync(dataDir, 0o755);
  const server = await startPostgres({ dataDir, durable: false });
  process.env.TEST_DATABASE_URL = server.url;
  globalThis.stopTestPostgres = async () => {
    await server.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
}
