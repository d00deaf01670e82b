import fc from 'fast-check';
import { emailOf } from '@app/platform/values/addresses.js';
import { phoneOf } from '@app/platform/values/phone.js';
import { Wrong } from '@app/platform/values/wrong.js';
import { judgePerson, readPerson } from './newcomers.rules.js';
import type { NewcomerState } from './newcomers.types.js';

const ADA = { id: 'ada', name: 'Ada Simulated', same: ['email' as const] };
const UNKNOWN = { at: 0, sameAs: null, duplicates: [] };
const named = readPerson({ name: 'Robin Ray' });

describe('a line of a list', () => {
  it('is read as a form would keep it', () => {
    const { values, problems } = readPerson({
      name: ' Robin Ray\u200b',
      email: 'Robin@RAY.example ',
      phone: '+1 (415) 555\u20110199',
      profileUrl: 'linkedin.com/in/robin-ray',
      city: '',
      country: 'us',
    });

    expect(problems).toEqual([]);
    expect(values).toEqual({
      name: 'Robin Ray',
      title: null,
      employer: null,
      email: 'robin@ray.example',
      phone: '+1 (415) 555-0199',
      profileUrl: 'https://linkedin.com/in/robin-ray',
      city: null,
      country: 'US',
    });
  });

  it.each([
    [{}, 'name', 'Enter a name.'],
    [{ name: ' \u200b' }, 'name', 'Enter a name.'],
    [{ name: 'x'.repeat(301) }, 'name', 'The name must have 300 characters at most.'],
    [{ name: 'Rob\ufffdn' }, 'name', 'The name contains a character that could not be read (\ufffd); type it again.'],
    [{ name: 'Robin', email: 'robin at ray' }, 'email', 'The email must be an email address.'],
    [{ name: 'Robin', phone: 'later' }, 'phone', 'The phone must be a phone number, such as +49 30 901820.'],
    [
      { name: 'Robin', country: 'Atlantis' },
      'country',
      'The country must be a country of today, or its code of two letters.',
    ],
    [{ name: 'Robin', city: 'x'.repeat(201) }, 'city', 'The city must have 200 characters at most.'],
  ])('%j cannot be added, and why is said', (person, field, sentence) => {
    expect(readPerson(person).problems).toEqual([{ field, sentence }]);
  });

  it('has addresses and numbers judged by the judges of the form, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (typed) => {
        const { values, problems } = readPerson({ name: 'Robin', email: typed, phone: typed });
        const kept = (read: string | Wrong) => (read instanceof Wrong ? null : read);

        expect([values.email, values.phone]).toEqual([kept(emailOf(typed)), kept(phoneOf(typed))]);
        expect(problems.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('what becomes of them', () => {
  it.each<[string, Parameters<typeof judgePerson>, NewcomerState]>([
    ['nobody knows them', [named, UNKNOWN, new Set(), null], 'new'],
    ['somebody has the same address', [named, { ...UNKNOWN, duplicates: [ADA] }, new Set(), null], 'known'],
    ['that one is in the search', [named, { ...UNKNOWN, duplicates: [ADA] }, new Set(['ada']), null], 'in_search'],
    ['they stand in the list twice', [named, { ...UNKNOWN, sameAs: 0, duplicates: [ADA] }, new Set(), null], 'twice'],
    ['they were erased', [named, UNKNOWN, new Set(), 'This person asked to be forgotten.'], 'refused'],
    ['a field is wrong', [readPerson({}), { ...UNKNOWN, duplicates: [ADA] }, new Set(['ada']), null], 'refused'],
  ])('%s', (_, given, state) => {
    expect(judgePerson(...given).state).toBe(state);
  });

  it('says who was erased like a form does', () => {
    expect(judgePerson(named, UNKNOWN, new Set(), 'Asked to be forgotten.').problems).toEqual([
      { field: 'name', sentence: 'Asked to be forgotten.' },
    ]);
  });
});
