import fs from 'node:fs';
import { STALL_RULE_NAMES } from '@app/clocks/clocks.types.js';
import { NOTICE_KINDS } from '@app/mails/mails.types.js';

const specs = ['apps', 'libs', 'test', 'tools'].flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.spec\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => `/${folder}/${name.replaceAll('\\', '/')}`),
);
const isThere = (name: string) =>
  specs.some((spec) => [name, `${name}.spec.ts`, `${name}.medium.spec.ts`].some((end) => spec.endsWith(`/${end}`)));

const rowsOf = (document: string, heading: string): string[] => {
  const [, section = ''] = fs.readFileSync(`docs/${document}`, 'utf8').split(`\n## ${heading}\n`);
  const table = section
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| '));
  return table.slice(2).map((row) => row.split('|')[1]!.trim());
};

describe('the documents', () => {
  it('have a row for every stall rule and every kind of reminder', () => {
    expect(rowsOf('CLOCKS.md', 'The rules').sort()).toEqual(STALL_RULE_NAMES.map((rule) => `\`${rule}\``).sort());
    // beside the digest and the Monday mail
    expect(rowsOf('REMINDERS.md', 'Kinds')).toHaveLength(NOTICE_KINDS.length + 2);
  });

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
