// @ts-check
// `npm test`: every check of the project, on a machine where nothing but Node was installed before.
// `npm test -- unit medium` runs only the named steps.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { startRedis } from './lib/redis.mjs';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-results-'));
const totals = { passed: 0, failed: 0 };
/** @type {string[]} what failed, to be said once more at the end */
const failures = [];

const PRETTIER = 'node_modules/prettier/bin/prettier.cjs';
const ESLINT = 'node_modules/eslint/bin/eslint.js';
const TSC = 'node_modules/typescript/bin/tsc';

/** @type {Record<string, () => Promise<boolean>>} */
const steps = {
  lint: () => check([ESLINT, '.', '--max-warnings', '0']),
  format: () => check([PRETTIER, '--check', '--log-level', 'warn', '.']),
  types: () => check([TSC, '--noEmit', '-p', 'tsconfig.json']),
  'web types': () => check([TSC, '--noEmit', '-p', 'apps/web/tsconfig.json']),
  architecture: () => check(['tools/rules.mjs']),
  build: () => ensureBuilt(['api', 'worker', 'cli', 'web']).then(() => count(true)),
  generated: () => check(['tools/openapi.mjs', '--check']),
  unit: () => suite('unit'),
  medium: () => suite('medium', ['--maxWorkers=2']),
  'medium on Redis': async () => {
    const redis = await startRedis();
    if (!redis) {
      console.error(
        '\n  !!! SKIPPED: no redis-server here and none could be installed. The Redis backend was NOT tested. !!!\n',
      );
      return count(process.env.CI !== 'true');
    }
    try {
      return await suite('medium', ['queue'], { TEST_REDIS_URL: redis.url });
    } finally {
      await redis.stop();
    }
  },
  chaos: () => suite('chaos', ['--maxWorkers=3']),
  browser: () => suite('e2e', ['--maxWorkers=2']),
};

const READING = new Set(['lint', 'format', 'types', 'web types', 'architecture']);

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`There is no step "${unknown.join('", "')}". Steps: ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}

const names = Object.keys(steps).filter((name) => wanted.length === 0 || wanted.includes(name));
// what only reads the sources takes one core, so two of them go side by side
const reading = names.filter((name) => READING.has(name));
const lane = async () => {
  for (let name = reading.shift(); name; name = reading.shift()) await take(name);
};
await Promise.all([lane(), lane()]);
for (const name of names.filter((one) => !READING.has(one))) await take(name);
fs.rmSync(scratch, { recursive: true, force: true });
if (failures.length > 0) console.log(`\nFailed:\n  ${failures.join('\n  ')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);

/** @param {string} name */
async function take(name) {
  const began = Date.now();
  console.log(`\n== ${name}`);
  let ok = false;
  try {
    ok = (await steps[name]?.()) ?? false;
  } catch (error) {
    count(false);
    console.error(error instanceof Error ? error.message : error);
  }
  if (!ok && !failures.some((one) => one.startsWith(`${name}: `))) failures.push(`${name}: see above`);
  console.log(`== ${name}: ${ok ? 'ok' : 'FAILED'} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}

/** @param {boolean} ok */
function count(ok) {
  totals[ok ? 'passed' : 'failed'] += 1;
  return ok;
}

/** @param {string[]} args of this Node @param {NodeJS.ProcessEnv} [env] @returns {Promise<boolean>} */
function run(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.once('error', reject);
    child.once('close', (status) => resolve(status === 0));
  });
}

/** @param {string[]} args */
async function check(args) {
  return count(await run(args));
}

/** One jest project; its tests are counted one by one. @param {string} project @param {string[]} [args] @param {NodeJS.ProcessEnv} [env] */
async function suite(project, args = [], env = {}) {
  const output = path.join(scratch, `${project}-${Object.keys(env).join('-')}.json`);
  const jest = [
    '--experimental-vm-modules',
    '--import=./tools/lib/typescript-threads.mjs',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    project,
    '--json',
    `--outputFile=${output}`,
    '--silent=false',
    ...args,
  ];
  const ok = await run(jest, { ...env, NODE_ENV: 'test' });
  if (!fs.existsSync(output)) return count(false);
  const result = JSON.parse(fs.readFileSync(output, 'utf8'));
  totals.passed += result.numPassedTests;
  totals.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  for (const file of result.testResults) {
    const where = `${project}: ${path.relative(process.cwd(), file.name)}`;
    const failed = file.assertionResults.filter((/** @type {{ status: string }} */ one) => one.status === 'failed');
    for (const one of failed) failures.push(`${where} › ${one.fullName}`);
    if (file.status === 'failed' && failed.length === 0) failures.push(`${where} did not run`);
  }
  if (!ok && result.success) totals.failed += 1; // jest failed for a reason no test shows
  return ok;
}
