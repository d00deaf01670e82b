import fs from 'node:fs';
import path from 'node:path';

const WEB = path.join(import.meta.dirname, '..');
const PACKAGES = path.resolve(WEB, '../../../node_modules/@mantine');
const CORE = path.join(PACKAGES, 'core');
/** Not of one component. */
const BASE = ['baseline', 'default-css-variables', 'global'];
/** What we use beside core, which is made of it. */
const BESIDE = ['dates', 'dropzone', 'notifications', 'spotlight'];

const read = (file: string): string => fs.readFileSync(file, 'utf8');
const namesIn = (list: string): string[] =>
  list.split(',').flatMap((one) => {
    const [name = ''] = one.trim().split(' as ');
    return name === '' || name.startsWith('type ') ? [] : [name];
  });

/** The names that files of a folder take from core, types aside. */
const takenFrom = (folder: string, ending: RegExp): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .flatMap((file) => [...read(path.join(folder, file)).matchAll(/import \{([^}]*)\} from ['"]@mantine\/core['"]/g)])
    .flatMap(([, list = '']) => namesIn(list));

/** Where core keeps what it gives out, by name. */
function files(): Map<string, string> {
  const imports = read(path.join(CORE, 'esm/index.mjs')).matchAll(/import \{([^}]*)\} from "([^"]+)"/g);
  return new Map(
    [...imports].flatMap(([, list = '', from = '']) =>
      list.split(',').map((one) => [one.trim().split(' as ').at(-1) ?? '', path.join(CORE, 'esm', from)] as const),
    ),
  );
}

/** The styles that are reached from these files, by the imports of the package itself. */
function stylesFrom(start: readonly string[]): string[] {
  const [seen, styles, todo] = [new Set<string>(), new Set<string>(), [...start]];
  for (let file = todo.pop(); file; file = todo.pop()) {
    if (seen.has(file) || !file.endsWith('.mjs')) continue;
    seen.add(file);
    if (file.endsWith('.module.mjs')) styles.add(path.basename(file, '.module.mjs'));
    else
      for (const [, to = ''] of read(file).matchAll(/from "([.][^"]+)"/g)) todo.push(path.join(path.dirname(file), to));
  }
  return [...styles];
}

/** In the order of the whole, where what is built on comes first. */
function inOrder(styles: readonly string[]): string[] {
  const whole = read(path.join(CORE, 'styles.layer.css'));
  const at = (name: string): number =>
    whole.indexOf(read(path.join(CORE, 'styles', `${name}.layer.css`)).match(/[.]m_[0-9a-f]+/)?.[0] ?? '');
  return [...styles].sort((a, b) => at(a) - at(b));
}

it('the styles of Mantine are those of what is used, each once, in its order', () => {
  const known = files();
  const taken = [
    ...takenFrom(WEB, /[.]tsx?$/),
    ...BESIDE.flatMap((name) => takenFrom(path.join(PACKAGES, name, 'esm'), /[.]mjs$/)),
  ];
  const wanted = stylesFrom(taken.flatMap((name) => known.get(name) ?? []));
  const listed = [...read(path.join(WEB, 'app/mantine-styles.ts')).matchAll(/styles\/([\w-]+)[.]layer[.]css/g)];

  expect(wanted.length).toBeGreaterThan(30);
  expect(listed.map(([, name]) => name)).toEqual([...BASE, ...inOrder(wanted)]);
});
