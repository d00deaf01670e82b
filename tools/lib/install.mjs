// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { npm } from './our-node.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Runs `npm ci` unless node_modules already holds what package-lock.json asks for. Says nothing on standard output. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock(path.join(ROOT, '.cache', 'installing'), () => {
    if (!isInstalled()) install();
  });
}

function install() {
  console.error('Installing what package-lock.json names (first use, or it changed).');
  const { status } = npm(['ci', '--no-audit', '--no-fund'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('npm ci failed; its messages are above.');
}

/** npm keeps beside the packages a lock file of what it really put there. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([name, { version, optional, devOptional, link }]) =>
      !name.includes('node_modules/') || optional || devOptional || link || present[name]?.version === version,
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>} */
function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')).packages;
  } catch {
    return {};
  }
}
