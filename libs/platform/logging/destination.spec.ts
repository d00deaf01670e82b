import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { logDestination } from './destination.js';

/** Every write to it fails as on a full disk. */
const FULL = '/dev/full';
const onLinux = fs.existsSync(FULL) ? it : it.failing;

describe('a log on a disk without room', () => {
  onLinux('loses its lines, says so once, and ends nothing', async () => {
    const fd = fs.openSync(FULL, 'w');
    const told: string[] = [];
    const destination = logDestination(fd, (sentence) => told.push(sentence));
    const log = pino({}, destination);

    for (let i = 0; i < 20_000; i += 1) log.info({ i }, 'a line that has nowhere to go');
    await new Promise((resolve) => setImmediate(resolve));

    expect(told).toEqual(['The log cannot be written (ENOSPC); work goes on without it.\n']);
    expect(destination.failures()).toBeGreaterThan(1);
    fs.closeSync(fd);
  });

  it('is written as it comes where there is room', () => {
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'log-')), 'log');
    const fd = fs.openSync(file, 'w');
    const destination = logDestination(fd, () => undefined);

    pino({ base: null, timestamp: false }, destination).info('here');

    expect(fs.readFileSync(file, 'utf8')).toBe('{"level":30,"msg":"here"}\n');
    expect(destination.failures()).toBe(0);
    fs.closeSync(fd);
    fs.rmSync(path.dirname(file), { recursive: true });
  });
});
