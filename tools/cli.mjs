// @ts-check
// `npm run --silent cli -- <command>`: the operator's command line. Works against DATABASE_URL, else on the embedded
// PostgreSQL of SEARCHLIGHT_DATA_DIR, which it starts when it is not running and stops again. Standard output belongs
// to the command alone.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { sentenceOf } from './lib/one-at-a-time.mjs';
import { rememberedSecret, startPostgres } from './lib/postgres.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const ENTRY = path.join(ROOT, 'dist/apps/cli/main.js');
const UNREACHABLE = 3;
/** They look at the database as it stands. */
const ON_ANY_SCHEMA = ['migrate', 'doctor', 'backup', 'restore'];

const args = process.argv.slice(2);
process.exitCode = await main().catch((error) => {
  console.error(sentenceOf(error, process.env.SEARCHLIGHT_DATA_DIR ?? path.join(ROOT, 'data')));
  return UNREACHABLE;
});

async function main() {
  await ensureBuilt(['cli']);
  const dataDir = path.resolve(process.env.SEARCHLIGHT_DATA_DIR ?? path.join(ROOT, 'data'));
  if (process.env.DATABASE_URL) return command(args, process.env.AUTH_SECRET ? {} : madeUpSecret());

  const database = await startPostgres({ dataDir });
  try {
    if (args[0] === 'restore') return await restore(dataDir, database.url);
    const secret = process.env.AUTH_SECRET ?? rememberedSecret(path.join(dataDir, 'auth.secret'));
    const env = { DATABASE_URL: database.url, AUTH_SECRET: secret };
    return await command(ON_ANY_SCHEMA.includes(args[0] ?? '') ? args : ['--migrate-first', ...args], env);
  } finally {
    if (database.started) await database.stop();
  }
}

/** For commands that sign nothing. It is kept nowhere, and no backup takes it for the real one. */
function madeUpSecret() {
  return { AUTH_SECRET: randomBytes(32).toString('base64'), AUTH_SECRET_MADE_UP: 'yes' };
}

/**
 * What belongs to this folder takes its place in it, so that `npm run demo` goes on where the backup was made.
 * @param {string} dataDir @param {string} databaseUrl
 */
async function restore(dataDir, databaseUrl) {
  const keep = args.includes('--help') ? [] : ['--keep-secret-in', path.join(dataDir, 'auth.secret')];
  const status = await command([...args, ...keep], { DATABASE_URL: databaseUrl, ...madeUpSecret() });
  const restored = status === 0 && !args.includes('--check') && !args.includes('--help');
  if (restored) fs.writeFileSync(path.join(dataDir, 'demo.loaded'), new Date().toISOString());
  return status;
}

/**
 * Ctrl-C reaches the command too, as a member of this terminal; this process only waits for it, to stop the database.
 * @param {string[]} words @param {NodeJS.ProcessEnv} env @returns {Promise<number>}
 */
function command(words, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [ENTRY, ...words], {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    const ignore = () => undefined;
    process.on('SIGTERM', pass).on('SIGINT', ignore);
    child.once('error', reject);
    child.once('close', (status) => {
      process.off('SIGTERM', pass).off('SIGINT', ignore);
      resolve(status ?? 1);
    });
  });
}
