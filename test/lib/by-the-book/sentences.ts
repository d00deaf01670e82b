import { type Day, dayOf } from './days.js';
import { tableOf } from './pages.js';
import type { Running } from './standing.js';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const SENTENCES = new Map(
  tableOf('The sentence').map(([rule = '', of = '', sentence = '']): [string, string] => [`${rule} ${of}`, sentence]),
);

/** CLOCKS, "The sentence": what is said of a flag of this rule in this case, its words filled in. */
export function sentenceOf(rule: string, of: string, words: Record<string, string | number>): string {
  const sentence = SENTENCES.get(`\`${rule}\` ${of}`);
  if (sentence === undefined) throw new Error(`the book has no sentence for ${rule}, ${of}`);
  return sentence.replaceAll(/\{([^}]+)\}/g, (_, word: string) => {
    const said = words[word];
    if (said === undefined) throw new Error(`nothing is known of {${word}} of ${rule}`);
    return String(said);
  });
}

const numberOf = (day: Day) => `${WEEKDAYS[new Date(day).getUTCDay()]} ${Number(day.slice(8))}`;

/** A date, with its year where today's is another. */
export function dateInWords(day: Day, today: Day): string {
  const year = day.slice(0, 4);
  return `${numberOf(day)} ${MONTHS[Number(day.slice(5, 7)) - 1]}${year === today.slice(0, 4) ? '' : ` ${year}`}`;
}

export const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
export const workingDays = (count: number) => counted(count, 'working day', 'working days');

export const inWords = (count: number) => NUMBERS[count] ?? String(count);
export const candidates = (count: number) => {
  const words = `${inWords(count)} ${count === 1 ? 'candidate' : 'candidates'}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const searchDay = ({ day, daysOnHold }: { day: number; daysOnHold: number }) =>
  `day ${day} of the search${daysOnHold > 0 ? `, ${daysOnHold} of them on hold` : ''}`;

/** Since when, in words: of a fact its date; else since the opening, or the reopening. */
export function sinceInWords(since: number, isFact: boolean, { reopened, today, search }: Running): string {
  const day = dateInWords(dayOf(since, search.office.zone), today);
  if (isFact) return day;
  return reopened ? `the search was reopened on ${day}` : `the search opened on ${day}`;
}

/** The windows of late-stage candidates that are about to close, by the dates on which they do. */
export function windowsInWords(closesOn: readonly Day[], allFinalists: boolean, today: Day): string {
  const who = allFinalists ? 'finalist' : 'late-stage candidate';
  const days = [...new Set(closesOn)].sort();
  const named = days.length > 3 ? [days[0] as Day, days.at(-1) as Day] : days;
  const isOneMonth = new Set(named.map((day) => day.slice(0, 7))).size === 1;
  const words = named.map((day, i) => (isOneMonth && i < named.length - 1 ? numberOf(day) : dateInWords(day, today)));
  if (closesOn.length === 1) return `a ${who}'s window closes on ${words[0]}`;
  const several = `${inWords(closesOn.length)} ${who}s' windows close`;
  if (days.length > 3) return `${several} from ${words.join(' to ')}`;
  const [last, ...before] = words.reverse();
  return `${several} on ${before.length > 0 ? `${before.reverse().join(', ')} and ${last}` : last}`;
}
