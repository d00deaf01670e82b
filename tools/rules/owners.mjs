// @ts-check
// Who owns which table, view and function, and which room reads or writes a table of another one. An entity says whose a
// table is, a `*.sql.ts` whose a view or a function is: there is no list beside the code.
import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{ name: string, room: string, text: string }} Source */
/** @typedef {{ room: string, how: 'reads' | 'writes', table: string, owner: string, files: string[] }} Crossing */

const NOT_ASKED = /\.spec\.ts$|\.entity\.ts$|\/migrations\/|^libs\/api-client\//;
/** What is erased and handed out of every table is declared by its room: the declarations may look anywhere. */
const DECLARES = /\.holdings\.ts$/;

/** @param {string} root @returns {Source[]} */
export function readSources(root) {
  return fs
    .readdirSync(path.join(root, 'libs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `libs/${name.replaceAll(path.sep, '/')}`)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => ({ name, room: name.split('/')[1] ?? '', text: fs.readFileSync(path.join(root, name), 'utf8') }));
}

/** Tables by their entities, views and functions by the file that makes them: name to room. @param {Source[]} sources */
export function ownersOf(sources) {
  /** @type {Map<string, string>} */
  const tables = new Map();
  /** @type {Map<string, string>} */
  const published = new Map();
  for (const { name, room, text } of sources) {
    if (name.endsWith('.entity.ts'))
      for (const [, table = ''] of text.matchAll(/@Entity\((?:\{ name: )?'(\w+)'/g)) tables.set(table, room);
    if (name.endsWith('.sql.ts'))
      for (const [, made = ''] of text.matchAll(/\b(?:view|func|triggerFunction)\(\s*'(\w+)'/g))
        published.set(made, room);
  }
  return { tables, published };
}

const WRITES = /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate)\s+(?:only\s+)?(\w+)/gi;
const READS = /\b(?:from|join)\s+(?:only\s+)?(\w+)/gi;

/** @param {Source[]} sources @param {Map<string, string>} tables @returns {Crossing[]} */
export function crossingsIn(sources, tables) {
  /** @type {Map<string, Crossing>} */
  const found = new Map();
  for (const { name, room, text } of sources) {
    if (NOT_ASKED.test(name) || DECLARES.test(name)) continue;
    const sql = text.replace(/^\s*(\/\/|\/?\*).*$/gm, '');
    for (const [how, words] of /** @type {const} */ ([
      ['writes', WRITES],
      ['reads', READS],
    ]))
      for (const [, table = ''] of sql.matchAll(words)) {
        const owner = tables.get(table);
        if (!owner || owner === room) continue;
        const key = `${room} ${how} ${table}`;
        const crossing = found.get(key) ?? { room, how, table, owner, files: [] };
        if (!crossing.files.includes(name)) crossing.files.push(name);
        found.set(key, crossing);
      }
  }
  return [...found.values()];
}

/**
 * What is neither allowed nor named, and what is named and not there. A view may read up; whoever else reads a table of
 * another room reads one of the spine, further down.
 * @param {Crossing[]} crossings
 * @param {{ spine: readonly string[], named: readonly { room: string, reads?: readonly string[] | '*', writes?: readonly string[] | '*', why: string }[] }} agreed
 * @param {(from: string, to: string) => boolean} mayCall
 */
export function judge(crossings, { spine, named }, mayCall) {
  const used = new Set();
  const refused = crossings.filter(({ room, how, table, owner, files }) => {
    const isSql = files.every((file) => file.endsWith('.sql.ts'));
    if (how === 'reads' && spine.includes(table) && (isSql || mayCall(room, owner))) return false;
    const naming = named.filter((one) => one.room === room && (one[how] === '*' || one[how]?.includes(table)));
    for (const one of naming) used.add(`${named.indexOf(one)} ${how} ${one[how] === '*' ? '*' : table}`);
    return naming.length === 0;
  });
  const idle = named.flatMap((one, index) =>
    /** @type {const} */ (['reads', 'writes']).flatMap((how) =>
      (one[how] === '*' ? ['*'] : (one[how] ?? []))
        .filter((table) => !used.has(`${index} ${how} ${table}`))
        .map((table) => `${one.room} ${how} ${table}`),
    ),
  );
  return { refused, idle };
}
