import {
  CANDIDATES,
  CLIENTS,
  columnsOf,
  MAIL_LOG,
  REMINDERS,
  SEARCHES,
  type SheetColumn,
  TODAY,
} from './columns.rules.js';
import { CANDIDATE_COLUMNS, CLIENT_COLUMNS, SEARCH_COLUMNS } from './sheets.types.js';

const LISTS = {
  candidates: [CANDIDATES, CANDIDATE_COLUMNS],
  searches: [SEARCHES, SEARCH_COLUMNS],
  clients: [CLIENTS, CLIENT_COLUMNS],
} as const;
const heads = (list: keyof typeof LISTS, words?: string): string[] =>
  columnsOf<never>(LISTS[list][0], words).map(({ head }) => head);

describe('the columns of a sheet', () => {
  it.each(Object.entries(LISTS))('of %s can be chosen by the words the door takes', (_, [parts, ids]) => {
    expect(parts.flatMap(({ id }) => id ?? [])).toEqual(ids);
  });

  it.each([
    ['candidates', undefined, ['Name', 'Title', 'Employer', 'City', 'Country', 'Layer', 'Background', 'Active in']],
    ['candidates', 'ref.place', ['Name', 'Title', 'Employer', 'City', 'Country', 'Reference']],
    ['candidates', 'employer', ['Name', 'Title', 'Employer']],
    [
      'searches',
      undefined,
      ['Health', 'Search', 'Client', 'Reference', 'Confidential', 'Why', 'What next', 'Lead', 'Active', 'Day'],
    ],
    ['searches', 'target.opened', ['Search', 'Client', 'Reference', 'Confidential', 'Opened', 'Target date']],
    ['clients', undefined, ['Client', 'Industry', 'Country', 'Domain']],
    ['clients', 'ref', ['Client', 'Reference']],
  ] as const)('of %s asked for as %s stand in the order of the list, none twice', (list, words, expected) => {
    expect(heads(list, words)).toEqual(expected);
  });

  it('have a day where the reader is, not where the server is', () => {
    const [opened] = columnsOf(SEARCHES, 'opened').filter(({ head }) => head === 'Opened');
    const row = { openedAt: new Date('2026-11-30T23:30:00Z') } as Parameters<NonNullable<typeof opened>['of']>[0];

    expect(opened?.of(row, 'Europe/Berlin')).toBe('2026-12-01');
    expect(opened?.of(row, 'America/New_York')).toBe('2026-11-30');
  });
});

describe('the columns of what happened', () => {
  const at = new Date('2026-11-30T23:05:00Z');
  const of = <Row>(columns: readonly SheetColumn<Row>[], row: object) =>
    Object.fromEntries(columns.map((column) => [column.head, column.of(row as Row, 'Europe/Berlin')]));

  it('have moments where the reader is, in an order that sorts, and nothing where nothing is known', () => {
    const mail = { form: 'notices', kinds: ['task_due', 'mentioned'], state: 'uncertain', recipient: { name: 'Ada' } };
    const rest = { dueAt: at, finishedAt: null, response: null, bouncedAt: null, bounceReason: null };

    expect(of(MAIL_LOG, { ...mail, ...rest, resendOf: 'x', attempts: [1, 2] })).toEqual({
      ...{ Due: '2026-12-01 00:05', To: 'Ada', Email: 'Reminders, sent again', State: 'Uncertain', Attempts: 2 },
      ...{ About: 'Task due, Mentioned by a colleague', Finished: null, 'Answer of the mail server': null },
      ...{ 'Came back': null, 'Why it came back': null },
    });
  });

  it('say of a reminder whether it is still so', () => {
    const reminder = { kind: 'task_due', about: null, group: 'VP MLOps', sentence: 'Call Ada', nextStep: null };

    expect(of(REMINDERS, { ...reminder, dueAt: at, at, seenAt: null, isCurrent: false, mailSentence: 'Sent' })).toEqual(
      {
        ...{ Due: '2026-12-01 00:05', Kind: 'Task due', About: null, Search: 'VP MLOps', Reminder: 'Call Ada' },
        ...{ 'What next': null, When: '2026-12-01 00:05', 'Still so': 'No', Seen: null, Email: 'Sent' },
      },
    );
  });

  it('say of a flag whom it is about, if anybody, and when the window closes', () => {
    const flag = { group: 'client', sentence: 'Why', nextStep: 'Next', since: at, deadline: at, snoozedUntil: null };
    const search = { title: 'VP MLOps', clientName: 'Acme' };
    const person = {
      candidacy: { candidateName: 'Ada' },
      window: { closesOn: '2026-12-24' },
      assignedTo: { name: 'Bo' },
    };
    const nobody = { candidacy: null, window: null, assignedTo: null };

    expect(of(TODAY, { ...flag, search, ...person, escalated: true })).toEqual({
      ...{
        Group: 'Client’s turn',
        Candidate: 'Ada',
        Search: 'VP MLOps',
        Client: 'Acme',
        Why: 'Why',
        'What next': 'Next',
      },
      ...{ Since: '2026-12-01 00:05', Limit: '2026-12-01 00:05', 'Window closes': '2026-12-24' },
      ...{ Escalated: 'Yes', 'Assigned to': 'Bo', 'Put off until': null },
    });
    expect(of(TODAY, { ...flag, search, ...nobody, escalated: false })).toMatchObject({
      ...{ Candidate: null, 'Window closes': null, 'Assigned to': null, Escalated: 'No' },
    });
  });
});
