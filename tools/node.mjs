// @ts-check
// `node tools/node.mjs [flags of Node] <script> [arguments]`: runs a script of this project by a Node of our line, with
// everything installed. Every script of package.json comes through here.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decide, fetched, pathOf, thisMachine, without } from './lib/our-node.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** Set for who was started by another Node than the machine's, so that nobody decides twice. */
const CHOSEN = 'SEARCHLIGHT_NODE';
const say = (/** @type {string} */ line) => process.env.npm_config_loglevel === 'silent' || console.error(line);

const words = process.argv.slice(2);
const at = words.findIndex((word) => !word.startsWith('-'));
const flags = words.slice(0, Math.max(0, at));
const [script = '', ...args] = words.slice(flags.length);

const node = choose();
const env = node === process.execPath ? process.env : { ...pathOf(node, process.env), [CHOSEN]: node };
const file = path.resolve(ROOT, script);
const ofPackage = script.startsWith('node_modules');

if (ofPackage && fs.existsSync(file)) pass([...flags, file, ...args]);
else if (node !== process.execPath) pass([path.join(ROOT, 'tools', 'node.mjs'), ...words]);
else {
  await installed();
  if (ofPackage || flags.length > 0) pass([...flags, file, ...args]);
  else {
    process.argv.splice(1, words.length + 1, file, ...args);
    await import(pathToFileURL(file).href);
  }
}

async function installed() {
  try {
    const { ensureInstalled } = await import('./lib/install.mjs');
    await ensureInstalled();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** The path of the Node to use; what is said about it goes to standard error. */
function choose() {
  if (process.env[CHOSEN] === process.execPath) return process.execPath;
  const { engines } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const machine = thisMachine();
  let decision = decide(machine, engines.node);
  if (decision.kind === 'fetch') {
    try {
      const found = fetched(decision.package, ROOT, say);
      say(
        `Node ${machine.version} here is older than our line: running by Node ${decision.package.version} (${found}).`,
      );
      return found;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      decision = without(machine.version, `Node ${decision.package.version} could not be fetched (${why})`);
    }
  }
  if (decision.kind === 'refuse') {
    console.error(decision.sentence);
    process.exit(1);
  }
  if (decision.kind === 'as-is') {
    say(decision.sentence);
    process.env[CHOSEN] = process.execPath;
  }
  return process.execPath;
}

/** Ctrl-C reaches the child too, as a member of this terminal; this process only waits for it. @param {string[]} words */
function pass(words) {
  const child = spawn(node, words, { stdio: 'inherit', env });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', (signal) => child.kill(signal));
  child.once('error', (error) => {
    console.error(`${node} cannot be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.once('exit', (status, signal) => {
    if (signal && process.platform !== 'win32') {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exitCode = status ?? 1;
  });
}
