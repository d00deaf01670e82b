import fs from 'node:fs';
import type { Type } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { fieldName, inItsName } from './field-names.js';
import { InvalidRequest, validationPipe } from './validation.pipe.js';

const files = (folder: string, ending: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);

/** Every class of requests with the fields that it judges. */
async function requests(): Promise<[name: string, dto: Type, fields: string[]][]> {
  const modules = (await Promise.all(
    files('apps/api/src', '.dto.ts').map((file) => import(`${process.cwd()}/${file}`)),
  )) as Record<string, unknown>[];
  const storage = getMetadataStorage();
  return modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, dto]): [string, Type, string[]][] => {
      if (typeof dto !== 'function') return [];
      const fields = storage.getTargetValidationMetadatas(dto, '', false, false).map((rule) => rule.propertyName);
      return fields.length > 0 ? [[name, dto as Type, [...new Set(fields)]]] : [];
    }),
  );
}

/** No field takes all of them. */
const WRONG: readonly unknown[] = [
  ...[null, '', 'x'.repeat(20_001), 'J\ufffdrg', 'nothing of the sort', -1, 1e12, 0.5, true, {}, []],
  ...[
    [null],
    ['x'],
    ['x', 'x'],
    [[]],
    [{}],
    [{ text: 7, kind: 7, mustHave: 7, label: 7, budgetWorkingDays: -1, date: 7 }],
  ],
  ...[new Array(501).fill('x'), { kind: 7, id: 7, searchId: 7 }],
];

const pipe = validationPipe();

/** What is said of a request, by path of the field. */
async function saidOf(dto: Type, field: string, value: unknown): Promise<{ field: string; message: string }[]> {
  try {
    await pipe.transform({ [field]: value }, { type: 'body', metatype: dto });
    return [];
  } catch (error) {
    if (error instanceof InvalidRequest) return error.fields;
    throw error;
  }
}

describe('what is wrong with a field', () => {
  it('is said of every field of every request by the name that the screen gives it', async () => {
    const said = new Map<string, Set<string>>();
    for (const [, dto, fields] of await requests()) {
      for (const field of fields) {
        for (const value of WRONG) {
          for (const { field: path, message } of await saidOf(dto, field, value)) {
            if (!message.startsWith('There is no field')) said.set(path, (said.get(path) ?? new Set()).add(message));
          }
        }
      }
    }

    const wrong = [...said].flatMap(([path, messages]) => {
      const name = fieldName(path);
      return [...messages].filter(
        (message) =>
          !message
            .toLowerCase()
            .replace(/^(nested property |each value in (nested property )?)/, '')
            .startsWith(`${name.toLowerCase()} `),
      );
    });
    expect(wrong).toEqual([]);
    // a name of its own says what it is, not how a program writes it
    expect([...said.keys()].map(fieldName).filter((name) => /[a-z][A-Z]|_|^\d|^.?$/.test(name))).toEqual([]);
    expect(said.size).toBeGreaterThan(100);
  }, 60_000);

  it.each([
    ['criteria.0.text', 'Criterion'],
    ['text', 'What was said'],
    ['0', 'The body'],
    ['signals.3', 'Background'],
    ['stages.2.budgetWorkingDays', 'Budget'],
    ['clientId', 'Client'],
    ['modes.window_closing', 'Window closing'],
    ['constructor', 'Constructor'],
  ])('the field %s is called %s', (path, name) => {
    expect(fieldName(path)).toBe(name);
  });

  it.each([
    ['leadUserId must be a UUID', 'leadUserId', 'Lead must be a UUID'],
    ['each value in teamUserIds must be a UUID', 'teamUserIds', 'each value in team must be a UUID'],
    [
      'at must be a valid date and time, such as 2026-11-21',
      'at',
      'At must be a valid date and time, such as 2026-11-21',
    ],
    ['something else about it', 'at', 'something else about it'],
  ])('%s', (message, property, sentence) => {
    expect(inItsName(message, property)).toBe(sentence);
  });
});

/** Where several forms call a field by different names, the sentence has the one that fits them all. */
const BY_FORM = [
  'at',
  'by',
  'confirm',
  'day',
  'kind',
  'minutes',
  'name',
  'again',
  'password',
  'reason',
  'search',
  'title',
  'token',
  'userId',
];

it('the forms of the web call their fields as the sentences do', () => {
  const differing = files('apps/web/src', '.tsx').flatMap((file) =>
    [
      ...fs.readFileSync(file, 'utf8').matchAll(/label="([^"]+)"(?:(?!label=|\/>)[^])*?getInputProps\('(\w+)'/g),
    ].flatMap(([, label = '', field = '']) =>
      BY_FORM.includes(field) || label.replace(/, per year$/, '') === fieldName(field)
        ? []
        : [`${file}: ${field} is “${label}”, not “${fieldName(field)}”`],
    ),
  );

  expect(differing).toEqual([]);
});
