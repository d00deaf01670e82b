import type fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { FirmFiles } from './firm.js';
import { KINDS, type On, type Shape, shape } from './hidden-shapes.js';

export interface HiddenFirm {
  files: FirmFiles;
  moments: number[];
}

export const hiddenFirm: fc.Arbitrary<HiddenFirm> = shape.map((drawn) => new HiddenFirmWriter(drawn).write());

const FIRST_DAY = Temporal.PlainDate.from('2024-12-01');

const HEADERS = {
  'offices.csv': 'office,country,region,time_zone,working_days',
  'holidays.csv': 'office,date,name',
  'users.csv': 'email,name,role,office',
  'clients.csv': 'client_ref,name,parent_ref',
  'contacts.csv': 'contact_ref,client_ref,name,role',
  'stages.csv': 'stage,label,kind,position,budget_working_days',
  'searches.csv': 'search_ref,client_ref,title,role_key,office,lead_email,opened_at,target_date,closed_at,close_reason',
  'holds.csv': 'search_ref,started_at,ended_at,reason',
  'reopenings.csv': 'search_ref,reopened_at,closed_at,close_reason',
  'candidates.csv': 'candidate_ref,name,in_market_since',
  'candidacies.csv': 'search_ref,candidate_ref,outcome,outcome_by,outcome_reason,ended_at',
  'stage_moves.csv': 'search_ref,candidate_ref,stage,at,by_email,voided',
  'activities.csv': 'search_ref,candidate_ref,contact_ref,kind,at,by_email,text',
  'offers.csv': 'offer_ref,search_ref,candidate_ref,extended_at,expires_at,decided_at,decision,currency,base',
  'limits.csv': 'scope,key,limit,value',
  'client_days.csv': 'client_ref,date',
  'taken_back.csv': 'offer_ref,at',
  'interviews_set.csv': 'search_ref,candidate_ref,at',
  'corrections.csv': 'search_ref,candidate_ref,stage,at,corrected_at',
} as const;
type FileName = keyof typeof HEADERS;
type Cell = string | number | null | undefined;

const IN_ANY_ORDER: readonly string[] = [
  ...['stage_moves.csv', 'activities.csv', 'reopenings.csv', 'holds.csv', 'offers.csv'],
];

type SearchShape = Shape['searches'][number];
type PersonShape = SearchShape['people'][number];

/** A search while its rows are written. */
interface Place {
  ref: string;
  number: number;
  opened: On;
  /** first and last day of each episode on which an offer may be made */
  episodes: { from: number; to: number; reopened: 'on a day' | 'within its day' | null }[];
  cell: (on: On) => string;
}

class HiddenFirmWriter {
  private readonly rows = new Map<string, string[]>();
  private readonly process: readonly { key: string; kind: string; budget: number | null }[];
  private text = 0;

  constructor(private readonly drawn: Shape) {
    this.process = drawn.stages ?? KINDS.map((kind) => ({ key: kind, kind, budget: null }));
  }

  write(): HiddenFirm {
    const { searches, moments, offices } = this.drawn;
    this.writeFirm();
    this.writeLimits();
    searches.forEach((search, number) => this.writeSearch(search, number));
    const zone = offices[0].place[2];
    return {
      files: Object.fromEntries(Object.entries(HEADERS).flatMap(([name, header]) => this.file(name, header))),
      moments: moments.map(({ day, minute }) => this.instant(day, minute, zone).epochMilliseconds),
    };
  }

  private file(name: string, header: string): [string, string][] {
    const rows = this.rows.get(name) ?? [];
    if (name === 'stages.csv' && rows.length === 0) return [];
    const order = IN_ANY_ORDER.includes(name) ? shuffled(rows, this.drawn.shuffle) : rows;
    return [[name, [header, ...order].join('\n') + '\n']];
  }

  private add(file: FileName, ...cells: Cell[]): void {
    const row = HEADERS[file].split(',').map((_, column) => cells[column] ?? '');
    this.rows.set(file, [...(this.rows.get(file) ?? []), row.join(',')]);
  }

  private date(day: number): string {
    return FIRST_DAY.add({ days: this.drawn.start + day }).toString();
  }

  private instant(day: number, minute: number, zone: string): Temporal.Instant {
    const plainTime = Temporal.PlainTime.from('00:00').add({ minutes: minute });
    return Temporal.PlainDate.from(this.date(day)).toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
  }

  private writeFirm(): void {
    this.drawn.offices.forEach(({ place: [country, region, zone], week, holidays }, i) => {
      this.add('offices.csv', `office${i}`, country, region, zone, week);
      holidays.forEach((day) => this.add('holidays.csv', `office${i}`, this.date(day), 'A day off'));
    });
    this.add('users.csv', 'ada@firm.example', 'Ada', 'partner', 'office0');
    this.add('clients.csv', 'C-parent', 'Parent', '');
    this.add('clients.csv', 'C-1', 'Acme', 'C-parent');
    this.add('contacts.csv', 'K-dm', 'C-1', 'Dana', 'decision_maker');
    this.add('contacts.csv', 'K-hr', 'C-1', 'Hanna', 'hr');
    this.add('contacts.csv', 'K-parent', 'C-parent', 'Pat', 'decision_maker');
    for (const day of this.drawn.clientDays) this.add('client_days.csv', 'C-1', this.date(day));
    if (!this.drawn.stages) return;
    this.process.forEach(({ key, kind, budget }, i) =>
      this.add('stages.csv', key, `The ${key}`, kind, 3 * i + 2, budget),
    );
  }

  private writeLimits(): void {
    const { firm, role, search } = this.drawn.limits;
    for (const [scope, key, set] of [
      ['firm', '', firm],
      ['role', 'vp_mlops', role],
      ['search', 'S-0', search],
    ] as const) {
      for (const { limit, value, stage } of set) {
        const name = limit === 'budget' ? `budget of ${this.process[stage % this.process.length]?.key}` : limit;
        this.add('limits.csv', scope, key, name, /Size|budget/.test(limit) ? value % 6 || 1 : value);
      }
    }
  }

  private writeSearch(search: SearchShape, number: number): void {
    const zone = this.drawn.offices[search.office]?.place[2] as string;
    const cell = ({ day, minute }: On) =>
      minute === null ? this.date(day) : this.instant(day, minute, zone).toString();
    const place: Place = { ref: `S-${number}`, number, opened: search.opened, cell, episodes: [] };
    this.writeEpisodes(search, place);
    this.writeHolds(search, place);
    search.people.forEach((person, j) => this.writePerson(person, j, place));
    for (const { kind, at, contact, noSearch, ofOther } of search.said) {
      const other = ofOther && number > 0 && this.drawn.searches[0]?.people.length ? 'P-0-0' : '';
      const about = noSearch && contact ? '' : place.ref;
      this.add('activities.csv', about, other, contact, kind, cell(at), '', `Words ${this.text++}`);
    }
  }

  private writeEpisodes({ office, client, opened, target, closings }: SearchShape, place: Place): void {
    const { ref, number, cell, episodes } = place;
    const rows: Cell[][] = [[cell(opened)]];
    let reopened: Place['episodes'][number]['reopened'] = null;
    let day: number | null = opened.minute === null || opened.minute <= 540 ? opened.day : opened.day + 1;
    for (const { after, closedAt, away, reopenedAt, reopens, reason } of closings) {
      const closedOn: number = Math.max(day, opened.day + 1) + after;
      episodes.push({ from: day, to: closedAt === null ? closedOn : closedOn - 1, reopened });
      rows.at(-1)?.push(cell({ day: closedOn, minute: closedAt }), reason);
      day = null;
      if (!reopens) break;
      const timed = reopenedAt !== null && (away > 0 || closedAt !== null);
      rows.push([cell({ day: closedOn + away, minute: timed ? reopenedAt : null })]);
      day = closedOn + away;
      reopened = away > 0 ? 'on a day' : 'within its day';
    }
    if (day !== null) episodes.push({ from: day, to: 1000, reopened });
    const [[openedAt, ...closing] = [], ...reopenings] = rows;
    const role = number % 2 ? 'vp_mlops' : 'chief_ai_officer';
    const seat = [ref, client, `Search ${number}`, role, `office${office}`, 'ada@firm.example', openedAt];
    this.add('searches.csv', ...seat, target && this.date(target), ...closing);
    for (const reopening of reopenings) this.add('reopenings.csv', ref, ...reopening);
  }

  private writeHolds({ holds, opened }: SearchShape, { ref, cell }: Place): void {
    let free = opened.day;
    for (const hold of holds) {
      const from = free + hold.after;
      const to = from + hold.for;
      const minute = hold.for === 0 && hold.from !== null ? 660 : hold.to;
      const ends = hold.ends > 0 ? cell({ day: to, minute }) : '';
      this.add('holds.csv', ref, cell({ day: from, minute: hold.from }), ends, 'Budget');
      if (hold.ends === 0) break;
      free = to + 1;
    }
  }

  private writePerson(person: PersonShape, j: number, place: Place): void {
    const { ref, number, cell, opened } = place;
    const { moves, shared, said, inMarket, ended } = person;
    const elsewhere = shared && number > 0 && j === 0 && this.drawn.searches[0]?.people.length;
    const whom = elsewhere ? 'P-0-0' : `P-${number}-${j}`;
    if (!elsewhere) this.add('candidates.csv', whom, `Person ${number} ${j}`, inMarket && cell(inMarket));
    const came = moves.length > 0 ? Math.min(...moves.map(({ at }) => at.day)) : opened.day;
    const left = ended && cell({ ...ended, day: Math.max(ended.day, came + 1, opened.day + 1) });
    this.add('candidacies.csv', ref, whom, left && 'rejected', left && 'client', '', left);
    this.writeMoves(person, whom, place);
    for (const { kind, at, contact } of said) {
      if (kind === 'interview_set')
        this.add('interviews_set.csv', ref, whom, cell({ ...at, minute: at.minute ?? 600 }));
      else this.add('activities.csv', ref, whom, contact, kind, cell(at), '', `Words ${this.text++}`);
    }
    this.writeOffers(person, whom, `${number}-${j}`, place);
  }

  private writeMoves({ moves, orderly }: PersonShape, whom: string, { ref, cell }: Place): void {
    const inOrder = moves.map(({ stage }) => stage % this.process.length).sort((a, b) => a - b);
    const days = moves.map(({ at }) => at.day).sort((a, b) => a - b);
    const seen = new Set<string>();
    let began: number | null = null;
    moves.forEach((move, n) => {
      const stage = this.process[orderly ? (inOrder[n] as number) : move.stage % this.process.length];
      const at = { ...move.at, day: orderly ? (days[n] as number) : move.at.day };
      const same = `${stage?.kind} ${at.day}`;
      if (stage === undefined || seen.has(same)) return;
      seen.add(same);
      const { byKind, voided } = move;
      this.add('stage_moves.csv', ref, whom, byKind ? stage.kind : stage.key, cell(at), '', voided ? 'yes' : '');
      if (voided) return;
      // people correct the last move alone, and never the one by which somebody came in
      const isLast = orderly && n === moves.length - 1 && began !== null && began < at.day;
      began ??= at.day;
      if (!isLast || byKind || at.minute === null || move.correctedAfter === null) return;
      const corrected = cell({ day: at.day + 1 + move.correctedAfter, minute: 600 });
      this.add('corrections.csv', ref, whom, stage.key, cell(at), corrected);
    });
  }

  private writeOffers(
    { offers }: PersonShape,
    whom: string,
    key: string,
    { ref, opened, episodes, cell }: Place,
  ): void {
    let day = opened.day;
    offers.forEach(({ after, minute, validFor, decided }, n) => {
      const extended = day + after;
      const episode = episodes.find(({ from, to }) => from <= extended && extended <= to);
      if (!episode) return;
      // before a reopening of that day the search is closed, or was still open
      const isFirst = episode.reopened !== null && extended === episode.from;
      if (isFirst && minute !== 1080 && (minute !== null || episode.reopened === 'within its day')) return;
      const soonest = extended + (decided?.timed ? 1 : 0);
      const decidedOn = decided && Math.min(soonest + decided.after, episode.to);
      if (decidedOn !== null && decidedOn < soonest) return;
      this.add(
        ...(['offers.csv', `O-${key}-${n}`, ref, whom, cell({ day: extended, minute })] as const),
        validFor === null ? '' : this.date(extended + validFor),
        decidedOn === null ? '' : cell({ day: decidedOn, minute: decided?.timed ? 700 : null }),
        ...[decided?.decision, 'EUR', '100000'],
      );
      if (decided?.decision === 'accepted' && decidedOn !== null && decided.takenBack)
        this.add('taken_back.csv', `O-${key}-${n}`, cell({ day: decidedOn + 1, minute: 600 }));
      day = (decidedOn ?? extended) + 1;
    });
  }
}

function shuffled(rows: string[], seed: number): string[] {
  const order = rows.map((row, index) => ({ row, key: Math.imul(index + 1, seed | 1) ^ (seed >>> 3) }));
  return order.sort((a, b) => a.key - b.key).map(({ row }) => row);
}
