import fs from 'node:fs';

const specs = ['apps', 'libs', 'test', 'tools'].flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.spec\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => `/${folder}/${name.replaceAll('\\', '/')}`),
);
const isThere = (name: string) =>
  specs.some((spec) => [name, `${name}.spec.ts`, `${name}.medium.spec.ts`].some((end) => spec.endsWith(`/${end}`)));

describe('the documents', () => {
  it.each([
    ['SECURITY.md', /\bTests?:((?:[\s,]*`[^`]+`(?:\s\([^)]*\))?)+)/g],
    ['PROMISES.md', /(`[^`\s]+\.spec\.ts`)/g],
  ])('%s names tests that are there', (document, citing) => {
    const cited = [...fs.readFileSync(`docs/${document}`, 'utf8').matchAll(citing)].flatMap(([, list = '']) =>
      [...list.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    );

    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter((name) => !isThere(name))).toEqual([]);
  });
});
