// @ts-check
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SHARED = [
  'libs',
  'nest-cli.json',
  'rspack.config.mjs',
  'tools/generate',
  'tools/lib/without-failpoints.cjs',
  'tsconfig.json',
  'package-lock.json',
];
const LOCK = path.join(ROOT, 'dist', '.building');

/** `failing worker` is the one the tests can make fail on purpose. @typedef {'api' | 'worker' | 'cli' | 'web' | 'failing worker'} App */

/**
 * Builds the named apps whose sources are newer than their last build. Says nothing on standard output.
 * @param {App[]} apps
 */
export async function ensureBuilt(apps) {
  if (apps.every(isFresh)) return;
  await withLock(LOCK, () => {
    for (const app of apps) if (!isFresh(app)) build(app);
  });
}

/** @param {App} app */
const stampOf = (app) => path.join(ROOT, 'dist', `.built-${app.replace(' ', '-')}`);

/** @param {App} app */
const entryOf = (app) =>
  path.join(
    ROOT,
    app === 'web'
      ? 'apps/web/dist/index.html'
      : app === 'failing worker'
        ? 'dist/failpoints/apps/worker/main.js'
        : `dist/apps/${app}/main.js`,
  );

/** @param {App} app */
const sourceOf = (app) => (app === 'failing worker' ? 'worker' : app);

/** @param {App} app */
function isFresh(app) {
  if (!fs.existsSync(entryOf(app)) || !fs.existsSync(stampOf(app))) return false;
  const built = Number(fs.readFileSync(stampOf(app), 'utf8'));
  const sources =
    app === 'web' ? ['apps/web', 'libs/api-client', 'package-lock.json'] : [`apps/${sourceOf(app)}`, ...SHARED];
  return sources.every((source) => newest(path.join(ROOT, source)) < built);
}

/** The last change below a path; tests and what other builds wrote do not count. @param {string} target @returns {number} */
function newest(target) {
  const stat = fs.statSync(target, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return /\.spec\.tsx?$/.test(target) ? 0 : stat.mtimeMs;
  return fs
    .readdirSync(target)
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .reduce((latest, name) => Math.max(latest, newest(path.join(target, name))), stat.mtimeMs);
}

/** @param {App} app */
function build(app) {
  const began = Date.now();
  const [script, args, cwd] =
    app === 'web'
      ? [path.join(ROOT, 'node_modules/vite/bin/vite.js'), ['build', '--logLevel', 'warn'], path.join(ROOT, 'apps/web')]
      : [path.join(ROOT, 'node_modules/@nestjs/cli/bin/nest.js'), ['build', sourceOf(app)], ROOT];
  const env = { ...process.env, FAILPOINTS: app === 'failing worker' ? 'kept' : '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd, env, encoding: 'utf8' });
  if (status !== 0 || !fs.existsSync(entryOf(app)))
    throw new Error(`${stdout}${stderr}\nThe ${app} could not be built.`);
  fs.writeFileSync(stampOf(app), String(began));
}
