import type { Content } from 'pdfmake';
import { dayOf, formatDay, formatLongDay, type LocalDay } from '@app/platform/time/local-date.js';
import { formatLocalDay, formatLocalTime, localDateOf, localDayOf } from '@app/platform/time/zone.js';
import { heading, INK, number, QUIET, quiet, short, stopped, table } from './paper-page.js';
import type {
  ChangedSearches,
  ClosingWindow,
  HealthCounts,
  HealthReport,
  HealthRow,
  Recipient,
  StallGroup,
} from '@app/reports/reports.types.js';

const REASONS = 5;
const GROUPS = 15;
const NAMED = 10;
const TONES = { stalled: '#b3261e', at_risk: '#8f4700' } as const;

/** What the partner's page says, for paper: what needs somebody with its reasons, what does not in a line each. */
export function healthContent(recipient: Recipient, health: HealthReport): Content[] {
  const of = (state: HealthRow['health']) => health.searches.filter((search) => search.health === state);
  const missing = total(health.counts) - health.searches.length;
  return [
    ...(recipient.simulated ? [simulatedMark()] : []),
    { text: short(recipient.firmName), color: QUIET },
    { text: 'Pipeline health', fontSize: 20, bold: true, margin: [0, 2, 0, 0] },
    {
      text: [momentOf(health.at, recipient.timeZone), ...health.narrowedTo.map(short)].join('; '),
      color: QUIET,
      margin: [0, 0, 0, 12],
    },
    figures(health, recipient.timeZone),
    { text: health.timeToOffer.sentence, margin: [0, 10, 0, 0] },
    ...changesTable(health, recipient.timeZone),
    ...groupTable('Who stalls most: consultants', 'Lead', health.whoStalls.leads),
    ...groupTable('Clients', 'Client', health.whoStalls.clients),
    ...groupTable('Offices', 'Office', health.whoStalls.offices),
    ...windowTable(health.windowsThisWeek, health.windowsClosing, localDayOf(health.at, recipient.timeZone)),
    ...troubled('Stalled', of('stalled'), TONES.stalled),
    ...troubled('At risk', of('at_risk'), TONES.at_risk),
    ...quietly('On hold', of('on_hold')),
    ...quietly('On track', of('on_track')),
    ...(total(health.counts) === 0 ? [heading('Searches'), quiet('No search is running.')] : []),
    ...(missing > 0
      ? [quiet(`And ${missing} more: a report lists the ${health.searches.length} that need somebody most.`)]
      : []),
  ];
}

/** "Mon 23 Nov 2026 09:00, Europe/Berlin" */
export function momentOf(at: Date, timeZone: string): string {
  return `${formatLongDay(localDateOf(at, timeZone))} ${formatLocalTime(at, timeZone)}, ${timeZone}`;
}

const total = ({ onTrack, atRisk, stalled, onHold }: HealthCounts): number => onTrack + atRisk + stalled + onHold;

function simulatedMark(): Content {
  return {
    table: {
      widths: ['*'],
      body: [
        [
          {
            text: 'Simulated data: no person and no company on this page is real.',
            bold: true,
            color: '#6b3d00',
            fillColor: '#fff4d6',
            margin: [6, 3, 6, 3],
          },
        ],
      ],
    },
    layout: 'noBorders',
    margin: [0, 0, 0, 10],
  };
}

function figures({ at, counts, changes }: HealthReport, timeZone: string): Content {
  const figure = (key: keyof HealthCounts, label: string, color: string): Content => ({
    stack: [
      { text: String(counts[key]), fontSize: 22, bold: true, color: counts[key] > 0 ? color : INK },
      { text: label, color: QUIET },
      ...(changes ? [{ text: deltaOf(counts[key], changes.countsThen[key]), fontSize: 8, color: QUIET }] : []),
    ],
  });
  return {
    stack: [
      {
        columns: [
          figure('stalled', 'stalled', TONES.stalled),
          figure('atRisk', 'at risk', TONES.at_risk),
          figure('onTrack', 'on track', INK),
          figure('onHold', 'on hold', INK),
        ],
      },
      ...(changes ? [quiet(`Compared with ${formatLocalDay(changes.since, timeZone, at)}.`)] : []),
    ],
  };
}

const WINDOWS_TITLE = 'Windows closing this week';

function windowTable(windows: readonly ClosingWindow[], all: number, today: LocalDay): Content[] {
  if (windows.length === 0) return [heading(WINDOWS_TITLE), quiet('None.')];
  return [
    table(
      WINDOWS_TITLE,
      [
        ['Candidate', '*'],
        ['Search and stage', '*'],
        ['Day', 26],
        ['Closes', 58],
      ],
      windows.map((window) => [
        { text: short(window.candidateName), bold: true },
        `${short(window.searchTitle)}, ${short(window.stageLabel)}`,
        number(window.window.day),
        formatDay(dayOf(window.window.closesOn), today),
      ]),
    ),
    ...(all > windows.length ? [quiet(`And ${all - windows.length} more, which close later.`)] : []),
  ];
}

/** Searches that need somebody. */
function troubled(title: string, searches: readonly HealthRow[], color: string): Content[] {
  if (searches.length === 0) return [];
  return [
    table(
      counted(title, searches),
      [
        ['Search', 122],
        ['Lead', 66],
        ['Day', 26],
        ['Why, and what is next', '*'],
      ],
      searches.map((search) => [
        {
          stack: [
            { text: short(search.title), bold: true, color },
            { text: short([search.clientName, search.ref].filter(Boolean).join(', ')), color: QUIET },
          ],
        },
        short(search.leadName),
        number(search.day),
        { stack: [...reasonsOf(search), ...nextOf(search)] },
      ]),
    ),
  ];
}

/** Searches that need nobody, a line each; what closes during a hold is said all the same. */
function quietly(title: string, searches: readonly HealthRow[]): Content[] {
  if (searches.length === 0) return [];
  return [
    table(
      counted(title, searches),
      [
        ['Search', '*'],
        ['Client', 150],
        ['Lead', 100],
        ['Day', 26],
      ],
      searches.map((search) => [
        { stack: [{ text: short(search.title), bold: true }, ...reasonsOf(search)] },
        short([search.clientName, search.ref].filter(Boolean).join(', ')),
        short(search.leadName),
        number(search.day),
      ]),
    ),
  ];
}

const counted = (title: string, { length }: readonly HealthRow[]): string =>
  `${title}: ${length} ${length === 1 ? 'search' : 'searches'}`;

const reasonsOf = ({ reasons }: HealthRow): Content[] => [
  ...reasons.slice(0, REASONS).map((reason) => ({ text: stopped(short(reason)) })),
  ...(reasons.length > REASONS
    ? [
        {
          text: `And ${reasons.length - REASONS} more ${reasons.length === REASONS + 1 ? 'reason' : 'reasons'}.`,
          color: QUIET,
        },
      ]
    : []),
];

const nextOf = ({ nextStep }: HealthRow): Content[] =>
  nextStep ? [{ text: `Next: ${short(nextStep)}`, color: QUIET }] : [];

/** "2 more", "1 fewer", "as before" */
function deltaOf(now: number, then: number): string {
  if (now === then) return 'as before';
  return now > then ? `${now - then} more` : `${then - now} fewer`;
}

function changesTable({ at, changes }: HealthReport, timeZone: string): Content[] {
  if (!changes) return [heading('Since last Monday'), quiet('There is too much history to look back in time.')];
  const title = `Since ${formatLocalDay(changes.since, timeZone, at)}`;
  const rows = (
    [
      ['Became stalled', changes.becameStalled],
      ['Recovered', changes.recovered],
      ['Put on hold', changes.putOnHold],
      ['Opened', changes.opened],
      ['Placed', changes.placed],
      ['Closed', changes.closed],
    ] as const
  ).filter(([, { count }]) => count > 0);
  if (rows.length === 0)
    return [heading(title), quiet('No search has become stalled, recovered, been opened or ended.')];
  return [
    table(
      title,
      [
        ['What', 80],
        ['Searches', 44],
        ['Which', '*'],
      ],
      rows.map(([what, searches]) => [{ text: what, bold: true }, number(searches.count), namesOf(searches)]),
    ),
  ];
}

function namesOf({ count, items }: ChangedSearches): string {
  const named = items
    .slice(0, NAMED)
    .map(({ title, clientName, ref }) =>
      [title, clientName, ref].flatMap((part) => (part ? short(part) : [])).join(', '),
    );
  return [...named, ...(count > named.length ? [`and ${count - named.length} more`] : [])].join('; ');
}

function groupTable(title: string, whose: string, groups: readonly StallGroup[]): Content[] {
  if (groups.length === 0) return [];
  const shown = groups.slice(0, GROUPS);
  return [
    table(
      title,
      [
        [whose, '*'],
        ['Running', 40],
        ['Stalled', 36],
        ['At risk', 36],
        ['On track', 42],
        ['On hold', 38],
        ['Oldest flag', 50],
        ['Windows', 42],
      ],
      shown.map((group) => [
        { text: short(group.name), bold: true },
        number(group.searches),
        number(group.stalled),
        number(group.atRisk),
        number(group.onTrack),
        number(group.onHold),
        number(group.oldestFlagDays === null ? '' : `${group.oldestFlagDays} d`),
        number(group.windowsClosing),
      ]),
    ),
    ...(groups.length > shown.length ? [quiet(`And ${groups.length - shown.length} more, who stall less.`)] : []),
  ];
}
