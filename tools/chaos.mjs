// @ts-check
// `npm run test:chaos`: the chaos tests at full size. `npm run test:chaos -- delivery` runs only the named file.
// CHAOS_SEED repeats a run; sizes can be set one by one.
import { spawnSync } from 'node:child_process';

const FULL = {
  CHAOS_REMINDERS: '2000',
  CHAOS_WORKERS: '3',
  CHAOS_KILLS: '200',
  CHAOS_OWED: '500',
  CHAOS_RESTARTS: '30',
  CHAOS_ROLLS: '100',
  CHAOS_API_ROLLS: '20',
  CHAOS_AWAY_MS: '10000',
  CHAOS_RESTORE_MOVES: '400',
  CHAOS_RESTORE_OWED: '200',
  CHAOS_MOVES: '1000',
  CHAOS_MOVE_KILLS: '20',
  CHAOS_POSTS: '1000',
  CHAOS_POST_KILLS: '20',
  CHAOS_REQUESTS: '200000',
};
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--import=./tools/lib/typescript-threads.mjs',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    'chaos',
    '--runInBand',
    '--silent=false',
    '--testTimeout=3600000',
    '--',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...FULL, ...process.env, NODE_ENV: 'test' } },
);
process.exit(status ?? 1);
