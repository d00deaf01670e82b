import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { FILES, readHeader, readRow } from '@app/import-files/import-rows.rules.js';
import type { KnownRows } from '@app/import-files/import-values.rules.js';
import { AddCandidateDto } from '../candidates/candidates.dto.js';
import { AddClientDto } from '../clients/clients.dto.js';

const nothing = (file: string) => ({ file, ids: new Map<string, string>(), refused: new Map<string, number>() });
const KNOWN: KnownRows = {
  offices: nothing('offices.csv'),
  users: nothing('users.csv'),
  stages: nothing('stages.csv'),
};

type Fields = Record<string, string | null>;

/** What the form makes of them, or null. */
function byForm(dto: new () => object, fields: Fields): Fields | null {
  const read = plainToInstance(dto, fields);
  return validateSync(read).length === 0 ? ({ ...read } as Fields) : null;
}

/** What the import makes of them, or null. */
function byImport(
  file: 'candidates.csv' | 'clients.csv',
  columns: Record<string, string>,
  fields: Fields,
): Fields | null {
  const ref = file === 'candidates.csv' ? 'candidate_ref' : 'client_ref';
  const header = readHeader(FILES[file], [ref, ...Object.values(columns)]);
  if (!('places' in header)) throw new Error(header.sentence);
  const row = readRow(FILES[file], header, ['R-1', ...Object.keys(columns).map((field) => fields[field] ?? '')], KNOWN);
  if (!Array.isArray(row)) return null;
  const kept = Object.entries(columns).map(([field, column]) => {
    const at = FILES[file].columns.findIndex(({ name }) => name === column);
    return [field, row[at] ?? null];
  });
  return Object.fromEntries(kept) as Fields;
}

const CANDIDATE = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  profileUrl: 'profile_url',
  city: 'city',
  country: 'country',
  title: 'title',
  employer: 'employer',
  source: 'source',
};
const CLIENT = { name: 'name', domain: 'domain', country: 'country', industry: 'industry' };

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    'Ada',
    'J\ufffdrg',
    ' Ada ',
    '\u200b',
    '\u202e\u202c',
    'Zoë 👩‍💻',
    'x'.repeat(199),
    'x'.repeat(201),
    '👩'.repeat(160),
    '👩'.repeat(301),
  ),
);
const emails = fc.oneof(
  fc.emailAddress(),
  words,
  fc.constantFrom('JO@firm.example', 'jo@bücher.example', 'jörg@firm.example', ' jo@firm.example\u200b'),
);
const phones = fc.oneof(
  fc.stringMatching(/^[ +()\d./x-]{3,30}$/),
  words,
  fc.constantFrom('(415) 555-0199', '+41\u00a044\u00a0123\u00a045\u00a067', '+49 30 1234 ext. 5', '1'.repeat(45)),
);
const urls = fc.oneof(
  fc.webUrl(),
  fc.domain(),
  words,
  fc.constantFrom('https://a_b.example/x', 'profiles.example/in/x', 'https://bücher.example/'),
);
const countries = fc.oneof(fc.stringMatching(/^[A-Za-z]{2}$/), fc.constantFrom('', 'XK', 'de', 'SU'));
const optional = (arbitrary: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 2, arbitrary });
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Ada', 'Łukasz', '太郎') },
  { weight: 1, arbitrary: words },
);

const candidate: fc.Arbitrary<Fields> = fc.record({
  name,
  email: optional(emails),
  phone: optional(phones),
  profileUrl: optional(urls),
  city: optional(words),
  country: optional(countries),
  title: optional(words),
  employer: optional(words),
  source: optional(words),
});
const client: fc.Arbitrary<Fields> = fc.record({
  name,
  domain: optional(fc.oneof(fc.domain(), words, fc.constantFrom('bücher.example', 'a_b.example'))),
  country: optional(countries),
  industry: optional(words),
});

/** A text that a spreadsheet would take for a formula is marked with an apostrophe, which the import takes off. */
const isMarked = (fields: Fields): boolean => Object.values(fields).some((text) => text?.trim().startsWith("'"));

describe.each([
  ['candidate', AddCandidateDto, 'candidates.csv', CANDIDATE, candidate],
  ['client', AddClientDto, 'clients.csv', CLIENT, client],
] as const)('a %s', (_, dto, file, columns, arbitrary) => {
  it('that the import keeps is one that the form can save, as it is', () => {
    let kept = 0;
    fc.assert(
      fc.property(arbitrary, (fields) => {
        const imported = byImport(file, columns, fields);
        if (!imported) return;
        kept += 1;
        expect(byForm(dto, imported)).toMatchObject(imported);
      }),
      { numRuns: 1_500 },
    );
    expect(kept).toBeGreaterThan(100);
  });

  it('that the form saves is one that the import keeps, as it is', () => {
    let kept = 0;
    fc.assert(
      fc.property(arbitrary, (fields) => {
        if (isMarked(fields)) return;
        const saved = byForm(dto, fields);
        if (!saved) return;
        kept += 1;
        expect(byImport(file, columns, saved)).toEqual(
          Object.fromEntries(Object.keys(columns).map((field) => [field, saved[field] ?? null])),
        );
      }),
      { numRuns: 1_500 },
    );
    expect(kept).toBeGreaterThan(100);
  });
});

it('no field is judged by anything else', () => {
  const root = path.resolve('apps/api/src');
  const files = fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  const others = files.flatMap((file) =>
    [
      ...fs
        .readFileSync(path.join(root, file), 'utf8')
        .matchAll(/\bIs(?:Email|Url|FQDN|ISO31661\w*|\w*Phone\w*|TimeZone)\(/g),
    ].map(([used]) => `${file}: ${used}`),
  );

  expect(others).toEqual([]);
  expect(files.length).toBeGreaterThan(100);
});
