import fc from 'fast-check';
import { readList, type Listed } from './read-list';

const said = (text: string): Partial<Listed>[] =>
  readList(text).map((person) => Object.fromEntries(Object.entries(person).filter(([, value]) => value !== '')));

describe('a pasted list', () => {
  it.each<[string, string, Partial<Listed>[]]>([
    ['names, one a line', 'Ada One\n\n  Ben Two \r\n', [{ name: 'Ada One' }, { name: 'Ben Two' }]],
    [
      'states behind cities, which are no countries',
      'Ada One\tOne Labs\tSan Francisco, CA\nBen Two\tTwo Works\tWilmington, DE\nCleo Three\tThree Ltd\tParis, France',
      [
        { name: 'Ada One', employer: 'One Labs', city: 'San Francisco, CA' },
        { name: 'Ben Two', employer: 'Two Works', city: 'Wilmington, DE' },
        { name: 'Cleo Three', employer: 'Three Ltd', city: 'Paris', country: 'France' },
      ],
    ],
    [
      'two letters in a column of their own, which may be either',
      'Ada One\tHead of AI\tOne Labs\tDenver\tCO',
      [{ name: 'Ada One', title: 'Head of AI', employer: 'One Labs', city: 'Denver, CO' }],
    ],
    [
      'codes in a column of countries',
      'Name\tCity\tCountry\nAda One\tBerlin\tDE',
      [{ name: 'Ada One', city: 'Berlin', country: 'DE' }],
    ],
    ['people called like countries', 'Jordan\nChad', [{ name: 'Jordan' }, { name: 'Chad' }]],
    ['names with numbers before them', '1. Ada One\n2) Ben Two', [{ name: 'Ada One' }, { name: 'Ben Two' }]],
    [
      'cells of a spreadsheet without a head',
      'Ada One\tHead of AI\tOne Labs\tada@one.example\t+49 30 5550101\tBerlin\tGermany',
      [
        {
          name: 'Ada One',
          title: 'Head of AI',
          employer: 'One Labs',
          email: 'ada@one.example',
          phone: '+49 30 5550101',
          city: 'Berlin',
          country: 'Germany',
        },
      ],
    ],
    [
      'cells under a head, in whatever order',
      'Company\tFirst name\tLast Name\tE-Mail\tNotes\tLinkedIn URL\nOne Labs\tAda\tOne\tada@one.example\tnice\tlinkedin.com/in/ada',
      [{ employer: 'One Labs', name: 'Ada One', email: 'ada@one.example', profileUrl: 'linkedin.com/in/ada' }],
    ],
    [
      'employers before titles',
      'Ada One,One Labs,Chief AI Officer\nBen Two,Two Works,VP MLOps',
      [
        { name: 'Ada One', employer: 'One Labs', title: 'Chief AI Officer' },
        { name: 'Ben Two', employer: 'Two Works', title: 'VP MLOps' },
      ],
    ],
    [
      'cells with a comma and a line break in quotes',
      'Name,Employer,Location\n"One, Ada","One ""Labs""\nGmbH","Berlin, Germany"',
      [{ name: 'One, Ada', employer: 'One "Labs" GmbH', city: 'Berlin', country: 'Germany' }],
    ],
    [
      'recipients of a mail',
      'Ada One <ada@one.example>, "Two, Ben" <mailto:ben@two.example>;\nCleo Three <cleo@three.example>',
      [
        { name: 'Ada One', email: 'ada@one.example' },
        { name: 'Ben Two', email: 'ben@two.example' },
        { name: 'Cleo Three', email: 'cleo@three.example' },
      ],
    ],
    [
      'links alone, with the names in them',
      'https://www.linkedin.com/in/ada-one-1a2b3c/\nhttps://de.linkedin.com/in/zo%C3%AB-two?trk=x',
      [
        { name: 'Ada One', profileUrl: 'https://www.linkedin.com/in/ada-one-1a2b3c/' },
        { name: 'Zoë Two', profileUrl: 'https://de.linkedin.com/in/zo%C3%AB-two?trk=x' },
      ],
    ],
    [
      'addresses alone',
      'ada.one@firm.example\ninfo@firm.example',
      [{ name: 'Ada One', email: 'ada.one@firm.example' }, { email: 'info@firm.example' }],
    ],
    [
      'a name with its link beside it',
      'Ada One https://profiles.example/ada\nBen Two (ben@two.example)',
      [
        { name: 'Ada One', profileUrl: 'https://profiles.example/ada' },
        { name: 'Ben Two', email: 'ben@two.example' },
      ],
    ],
    [
      'lines with dashes, and an employer within the title',
      'Ada One – Head of AI at One Labs\nBen Two – VP MLOps @ Two Works',
      [
        { name: 'Ada One', title: 'Head of AI', employer: 'One Labs' },
        { name: 'Ben Two', title: 'VP MLOps', employer: 'Two Works' },
      ],
    ],
    ['nothing', ' \n\t\n', []],
  ])('reads %s', (_, text, people) => {
    expect(said(text)).toEqual(people);
  });

  it('whatever it is, it is read, and nobody is made of nothing', () => {
    const line = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('Ada', 'a@b.example', '"', '<a@b.example>', 'Germany', '+49 30 555')),
      { maxLength: 5 },
    );
    const text = fc
      .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\t', ',', ';', ' – ', '|'))
      .map(([rows, separator]) => rows.map((cells) => cells.join(separator)).join('\n'));
    fc.assert(
      fc.property(text, (typed) => {
        for (const person of readList(typed)) expect(Object.values(person).join('')).not.toBe('');
      }),
    );
  });
});
