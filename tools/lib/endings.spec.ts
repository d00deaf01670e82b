import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from './postgres.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-endings-'));
fs.chmodSync(folder, 0o755);
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('what a start has begun', () => {
  it('is ended by the next one where the first was killed', async () => {
    const first = await startPostgres({ dataDir: folder, durable: false });
    const second = await startPostgres({ dataDir: folder, durable: false });
    expect([first.started, second.started, second.port]).toEqual([true, false, first.port]);

    await second.stop();

    expect(fs.existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it.each(['start', null])('is gone with whoever started it (told: %s)', async (told) => {
    const main = path.join(folder, 'main.mjs');
    fs.writeFileSync(main, `console.log('up'); setInterval(() => undefined, 1_000);`);
    const child = fork('tools/lib/standby.mjs', [main, '0'], { stdio: ['ignore', 'pipe', 'ignore', 'ipc'] });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (told) {
      child.send(told);
      await new Promise((resolve) => child.stdout?.once('data', resolve));
    }

    child.disconnect();

    expect(await gone).toBe(0);
  });
});
