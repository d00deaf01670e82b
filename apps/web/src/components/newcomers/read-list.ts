import { countryCode } from '../../lib/countries';

/** What a line of a list says of somebody, as it was typed. */
export interface Listed {
  name: string;
  title: string;
  employer: string;
  email: string;
  phone: string;
  profileUrl: string;
  city: string;
  country: string;
}
export type ListedField = keyof Listed;

const NOBODY: Listed = {
  name: '',
  title: '',
  employer: '',
  email: '',
  phone: '',
  profileUrl: '',
  city: '',
  country: '',
};

type Head = ListedField | 'first' | 'last';
/** How spreadsheets call their columns. */
const HEADS: Record<Head, RegExp> = {
  first: /^(first|given)[ _-]?name$|^vorname$/,
  last: /^(last|family|sur)[ _-]?name$|^surname$|^nachname$/,
  name: /^((full|candidate)[ _-]?)?names?$|^candidate$|^person$|^who$/,
  title: /^((job|current)[ _-]?)?(title|position|role)$/,
  employer: /^(current[ _-]?)?(employer|company|organi[sz]ation|firm)([ _-]?name)?$/,
  email: /^(e-?mail|mail)([ _-]?address)?$/,
  phone: /^(phone|mobile|telephone|tel|cell)\.?([ _-]?(number|no\.?))?$/,
  profileUrl: /^(linked-?in|profile|url|link|web ?site)([ _-]?(url|link|profile))?$/,
  city: /^(city|town|location|place)$/,
  country: /^country([ _-]?code)?$/,
};

const EMAIL = /(?:mailto:)?([^\s<>()",;:]+@[^\s<>()",;:]+\.[^\s<>()",;:]+)/i;
const LINK = /(?:https?:\/\/\S+|(?:www\.|[a-z]{2,3}\.)?linkedin\.com\/\S+|www\.\S+)/i;
const PHONE = /^\+?[\d ()./-]{6,}\d(\s*(ext\.?|x)\s*\d+)?$/i;
const TITLE =
  /\b(chief|head|vp|svp|evp|vice president|president|director|lead|leader|manager|engineer|scientist|officer|c[a-z]{1,2}o|caio|principal|founder|co-founder|partner|professor|researcher|architect|senior|staff|consultant|analyst|developer|fellow)\b/i;
/** San Francisco, CA */
const IN_A_STATE = /, [A-Z]{2}$/;
/** "Ada Simulated" <ada@mail.example> */
const RECIPIENT = /(?:"([^"<>]*)"|([^"<>,;\n]*))\s*<\s*(?:mailto:)?([^\s<>]+@[^\s<>]+)\s*>/gi;

/** Whoever a pasted or typed list names: cells of a spreadsheet, lines with commas, recipients of a mail, links or names. */
export function readList(text: string): Listed[] {
  const recipients = recipientsOf(text);
  if (recipients) return recipients;
  const rows = cellsOf(text, separatorOf(text));
  const [first = [], ...others] = rows;
  const heads = headsOf(first);
  if (heads) return others.map((cells) => byHeads(cells, heads)).filter(isSomebody);
  const kinds = textColumns(rows);
  return rows.map((cells) => byContent(cells, kinds)).filter(isSomebody);
}

const isSomebody = (person: Listed): boolean => Object.values(person).some((value) => value !== '');

/** Nothing but recipients, on one line or on several. */
function recipientsOf(text: string): Listed[] | null {
  if (text.includes('\t') || text.replace(RECIPIENT, '').replace(/[\s,;]/g, '') !== '') return null;
  const found = [...text.matchAll(RECIPIENT)];
  return found.map(([, quoted, bare, email = '']) => {
    return named({ ...NOBODY, name: turned((quoted ?? bare ?? '').trim()), email });
  });
}

/** "Simulated, Ada" is Ada Simulated. */
const turned = (name: string): string => name.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1');

/** What the first cells are parted by. */
function separatorOf(text: string): string | RegExp {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const most = (sign: string | RegExp): boolean =>
    lines.filter((line) => line.search(sign) >= 0).length * 2 > lines.length;
  if (text.includes('\t')) return '\t';
  if (most(/;/)) return ';';
  if (most(/,/)) return ',';
  if (most(/\|/)) return '|';
  return most(/ [–—-] /) ? / [–—-] / : '\n';
}

/** As spreadsheets write them: a cell in quotes may hold the separator, a line break, and a quote twice. */
function cellsOf(text: string, separator: string | RegExp): string[][] {
  const split = (line: string): string[] => line.split(separator);
  const rows =
    typeof separator === 'string' && text.includes('"') ? quotedCells(text, separator) : lines(text).map(split);
  return rows.map((cells) => cells.map(clean)).filter((cells) => cells.some((cell) => cell !== ''));
}

const lines = (text: string): string[] => text.split(/\r\n|\r|\n/);
const clean = (cell: string): string =>
  cell
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[•*–-]\s+|^\d+[.)]\s+/, '')
    .trim();

function quotedCells(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  const row: string[] = [];
  let [cell, quoted] = ['', false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') cell += text.charAt((at += 1));
      else quoted = false;
    } else if (sign === '"' && cell.trim() === '') [quoted, cell] = [true, ''];
    else if (sign === separator || sign === '\n') {
      row.push(cell);
      cell = '';
      if (sign === '\n') rows.push(row.splice(0));
    } else if (sign !== '\r') cell += sign;
  }
  return [...rows, [...row, cell]];
}

/** The columns by the names in the first row; null where it names nobody's columns. */
function headsOf(cells: readonly string[]): (Head | null)[] | null {
  const heads = cells.map((cell) => {
    const called = cell.toLowerCase();
    return (Object.keys(HEADS) as Head[]).find((head) => HEADS[head].test(called)) ?? null;
  });
  const known = heads.filter((head) => head !== null);
  const isOne = known.length > 0 && known.length * 2 >= cells.filter((cell) => cell !== '').length;
  return isOne && (known.length > 1 || cells.length === 1) ? heads : null;
}

function byHeads(cells: readonly string[], heads: readonly (Head | null)[]): Listed {
  const cell = (head: Head): string => cells[heads.indexOf(head)] ?? '';
  const fields = Object.keys(NOBODY) as ListedField[];
  const person = Object.fromEntries(fields.map((field) => [field, cell(field)])) as unknown as Listed;
  const name = [cell('first'), cell('last')].filter(Boolean).join(' ');
  return named(placed({ ...person, name: person.name || name }));
}

type TextKind = 'name' | 'title' | 'employer' | 'city';

/** What is neither an address nor a number: the first such column is who, one with titles is what, then where. */
function textColumns(rows: readonly (readonly string[])[]): (TextKind | null)[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => rows.map((cells) => cells[at] ?? ''));
  const who = columns.findIndex((cells) => cells.some(isText));
  const words = columns.map((cells, at) => cells.filter(at === who ? isText : isWords));
  const kinds: (TextKind | null)[] = words.map((_, at) => (at === who ? 'name' : null));
  const rest = words.map((cells, at) => (cells.length > 0 && at !== who ? at : -1)).filter((at) => at >= 0);
  const mostly = (sign: RegExp) =>
    rest.find((at) => (words[at] ?? []).filter((cell) => sign.test(cell)).length * 2 >= (words[at] ?? []).length);
  const what = mostly(TITLE);
  if (what !== undefined) kinds[what] = 'title';
  const where = mostly(IN_A_STATE);
  if (where !== undefined) kinds[where] ??= 'city';
  const others = (['employer', 'title', 'city'] as const).filter((kind) => !kinds.includes(kind));
  for (const at of rest) kinds[at] ??= others.shift() ?? null;
  return kinds;
}

const isText = (cell: string): boolean => cell !== '' && !EMAIL.test(cell) && !LINK.test(cell) && !PHONE.test(cell);
const isWords = (cell: string): boolean => isText(cell) && !isPlace(cell);

/** Of a text that says a country, alone or behind a city. */
const isPlace = (cell: string): boolean => isCountry(cell.split(', ').at(-1) ?? '');

/** Two letters behind a city are as often a state, and "CA" is not Canada then: outside of a column of countries they say none. */
const isCountry = (text: string): boolean => text.trim().length > 2 && countryCode(text) !== null;

function byContent(cells: readonly string[], kinds: readonly (TextKind | null)[]): Listed {
  const person = { ...NOBODY };
  const give = (field: ListedField, value: string): void => {
    if (value !== '' && person[field] === '') person[field] = value;
  };
  for (const [at, cell] of cells.entries()) {
    const email = EMAIL.exec(cell);
    const link = email ? null : LINK.exec(cell);
    give('email', email?.[1] ?? '');
    give('profileUrl', link?.[0].replace(/[),.;>]+$/, '') ?? '');
    const rest = clean(cell.replace(email?.[0] ?? link?.[0] ?? '', '').replace(/[<>()]+\s*$|^[<>()]+/g, ''));
    if (PHONE.test(rest)) give('phone', rest);
    else if (kinds[at] !== 'name' && isPlace(rest))
      give(person.city === '' && rest.includes(', ') ? 'city' : 'country', rest);
    else if (!kinds[at] && /^[A-Z]{2}$/.test(rest)) person.city = [person.city, rest].filter(Boolean).join(', ');
    else give(kinds[at] ?? 'name', rest);
  }
  return named(placed(person));
}

/** "Berlin, Germany" is a city and a country; "Head of AI at One Labs" a title and an employer. */
function placed(person: Listed): Listed {
  const [city = '', country] = person.city.split(/,\s*(?=[^,]*$)/);
  const [title = '', employer] = person.title.split(/\s+(?:at|@)\s+(?=\S)/);
  const saysCountry = country !== undefined && isCountry(country) && person.country === '';
  return {
    ...person,
    ...(saysCountry ? { city, country } : {}),
    ...(employer !== undefined && person.employer === '' ? { title, employer } : {}),
  };
}

/** Who is known by a link or an address alone mostly has the name in it. */
function named(person: Listed): Listed {
  if (person.name !== '') return person;
  const [, slug = ''] = /linkedin\.com\/in\/([^/?#]+)/i.exec(person.profileUrl) ?? [];
  const parts = nameParts(slug, '-');
  const name = parts.length > 1 ? parts : nameParts(person.email.split('@')[0] ?? '', /[._-]/);
  return name.length > 1 ? { ...person, name: name.join(' ') } : person;
}

function nameParts(text: string, separator: string | RegExp): string[] {
  const parts = decoded(text)
    .split(separator)
    .filter((part) => /^\p{L}{2,}$/u.test(part));
  return parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
