import fs from 'node:fs';
import path from 'node:path';
import * as sheets from '@app/sheets/columns.rules.js';
import { CANDIDATE_COLUMNS, CLIENT_COLUMNS, SEARCH_COLUMNS } from '@app/sheets/sheets.types.js';

const WEB = path.resolve(import.meta.dirname, '../apps/web/src');
const read = (file: string): string => fs.readFileSync(path.join(WEB, file), 'utf8');

/** What a table of words says, by code. */
function said(file: string, name: string): Record<string, string> {
  const [, body = ''] = new RegExp(`const ${name}:.*?=\\s+\\{\\n(.*?)\\n\\s*\\};`, 's').exec(file) ?? [];
  const words = [...body.matchAll(/^\s*(\w+): (?:\{ (?:label|title): )?'(.*?)',/gm)];
  return Object.fromEntries(words.map(([, code = '', text = '']) => [code, text]));
}

describe('a list as a file', () => {
  it.each(['LAYER', 'SIGNAL', 'HEALTH', 'STATUS'] as const)('says %s in the words of the screen', (name) => {
    const [, body = ''] =
      new RegExp(`export const ${name}: .*? = \\{(.*?)\\n\\};`, 's').exec(read('lib/words.ts')) ?? [];
    const words = [...body.matchAll(/(\w+): '(.*?)',/g)].map(([, code, said]) => [code, said]);

    expect(Object.entries(sheets[name])).toEqual(words);
  });

  it.each([
    ['MAIL_FORM', 'mail-log'],
    ['MAIL_KIND', 'mail-log'],
    ['MAIL_STATE', 'mail-log'],
    ['REASON', 'compliance'],
  ] as const)('says %s of %s in the words of the screen', (name, feature) => {
    expect(sheets[name === 'REASON' ? 'ERASURE_REASON' : name]).toEqual(
      said(read(`features/${feature}/components/words.ts`), name),
    );
  });

  it('says the groups of Today in the words of the screen', () => {
    expect(sheets.TODAY_GROUP).toEqual(said(read('features/flags/components/today-groups.ts'), 'GROUPS'));
  });

  it.each([
    ['features/candidates/routes/candidates-page.tsx', CANDIDATE_COLUMNS, sheets.CANDIDATES],
    ['features/searches/components/search-columns.tsx', SEARCH_COLUMNS, sheets.SEARCHES],
    ['features/clients/routes/clients-page.tsx', CLIENT_COLUMNS, sheets.CLIENTS],
  ] as const)('has the columns of %s in their order, and the same ones at first', (file, ids, parts) => {
    const columns = read(file)
      .split(/\bid: (?=')/)
      .slice(1)
      .map((text) => ({ id: /\w+/.exec(text)?.[0], extra: /^[^}]*extra: true/.test(text) }));

    expect(columns.map(({ id }) => id)).toEqual(ids);
    expect(columns.filter(({ extra }) => extra).map(({ id }) => id)).toEqual(
      parts.flatMap(({ id, extra }) => (id && extra ? [id] : [])),
    );
  });
});
