// @ts-check
// `npm run rules`: who may import what (dependency-cruiser), and who may read and write which table. Prints the floor plan.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { NAMED, SPINE } from './rules/crossings.mjs';
import { crossingsIn, judge, ownersOf, readSources } from './rules/owners.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const DEPCRUISE = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
/** @type {{ FLOORS: string[][], SIDEWAYS: [string, string][] }} */
const { FLOORS, SIDEWAYS } = createRequire(import.meta.url)('../.dependency-cruiser.cjs').HOUSE;

const began = performance.now();
// Nothing below the roof imports from it, so the two halves are looked at side by side.
const halves = [cruise('libs'), cruise('apps', '--do-not-follow', '^libs/|node_modules')];
const tablesKept = checkTables();
const importsKept = (await Promise.all(halves)).every(Boolean);
console.log(`${((performance.now() - began) / 1000).toFixed(1)} s`);
process.exitCode = tablesKept && importsKept ? 0 : 1;

/** @param {string} folder @param {string[]} more @returns {Promise<boolean>} */
function cruise(folder, ...more) {
  const cache = `node_modules/.cache/rules/${folder}`;
  const strategy = fs.existsSync(path.join(ROOT, '.git')) ? 'metadata' : 'content';
  const words = [
    DEPCRUISE,
    folder,
    '--config',
    '.dependency-cruiser.cjs',
    '--cache',
    cache,
    '--cache-strategy',
    strategy,
  ];
  const env = { ...process.env, NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules/.cache/compiled') };
  const child = spawn(process.execPath, [...words, ...more], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  return new Promise((resolve) =>
    child.once('close', (status) => {
      console.log(`${folder}: ${said.trim()}`);
      resolve(status === 0);
    }),
  );
}

/** @returns {boolean} */
function checkTables() {
  const sources = readSources(ROOT);
  const { tables, published } = ownersOf(sources);
  const crossings = crossingsIn(sources, tables);
  const { refused, idle } = judge(crossings, { spine: SPINE, named: NAMED }, mayCall);

  plan(sources);
  for (const { room, how, table, owner, files } of refused)
    console.error(`${room} ${how} ${table}, which is ${owner}'s: ${files.join(', ')}`);
  for (const what of idle) console.error(`named in tools/rules/crossings.mjs and not there: ${what}`);
  const named = crossings.filter(({ how, table }) => how === 'writes' || !SPINE.includes(table)).length;
  console.log(
    `${tables.size} tables and ${published.size} views and functions with an owner each; ` +
      `${crossings.length - named} reads of the spine and ${named} crossings with a name`,
  );
  return refused.length + idle.length === 0;
}

/** @param {string} from @param {string} to */
function mayCall(from, to) {
  const floor = (/** @type {string} */ room) => FLOORS.findIndex((rooms) => rooms.includes(room));
  return floor(to) < floor(from) || SIDEWAYS.some(([a, b]) => a === from && b === to);
}

/** From the roof down: rooms with their files (specs and entities apart), and the arrows on each floor. */
function plan(/** @type {{ name: string, room: string }[]} */ sources) {
  const apps = fs.readdirSync(path.join(ROOT, 'apps')).sort();
  console.log(`   roof  ${apps.join('  ')}`);
  for (const [level, rooms] of [...FLOORS.entries()].reverse()) {
    const sized = rooms.map((room) => {
      const files = sources.filter((one) => one.room === room && !/\.(spec|entity)\.ts$/.test(one.name));
      return `${room} ${files.length}`;
    });
    const arrows = SIDEWAYS.filter(([from]) => rooms.includes(from)).map(([from, to]) => `${from} > ${to}`);
    console.log(`floor ${level}  ${sized.join('  ')}`);
    if (arrows.length > 0) console.log(`         ${arrows.join(', ')}`);
  }
}
