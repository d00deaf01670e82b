import type { Content, TableCell } from 'pdfmake';
import { dayOf, formatDay } from '@app/platform/time/local-date.js';
import { formatLocalDay, formatLocalMoment, localDateOf } from '@app/platform/time/zone.js';
import type { ClosingWindow, HealthRow, PipelineHealth, Recipient } from '@app/reports/reports.types.js';

const REASONS = 5;
const LONGEST_WORDS = 220;

const INK = '#1b1f24';
export const QUIET = '#57606a';
const RULE = '#d5dae0';
const TONES = { stalled: '#b3261e', at_risk: '#8f4700' } as const;

/** What the partner's page says, for paper: what needs somebody with its reasons, what does not in a line each. */
export function healthContent(recipient: Recipient, health: PipelineHealth): Content[] {
  const of = (state: HealthRow['health']) => health.searches.filter((search) => search.health === state);
  const missing = total(health.counts) - health.searches.length;
  return [
    ...(recipient.simulated ? [simulatedMark()] : []),
    { text: short(recipient.firmName), color: QUIET },
    { text: 'Pipeline health', fontSize: 20, bold: true, margin: [0, 2, 0, 0] },
    { text: momentOf(health.at, recipient.timeZone), color: QUIET, margin: [0, 0, 0, 12] },
    figures(health.counts),
    { text: health.timeToOffer.sentence, margin: [0, 10, 0, 0] },
    ...windowTable(health.windowsThisWeek),
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
  const year = localDateOf(at, timeZone).slice(0, 4);
  return `${formatLocalDay(at, timeZone)} ${year} ${formatLocalMoment(at, timeZone).slice(-5)}, ${timeZone}`;
}

export function short(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST_WORDS ? `${letters.slice(0, LONGEST_WORDS - 1).join('')}…` : text;
}

const stopped = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
const total = ({ onTrack, atRisk, stalled, onHold }: PipelineHealth['counts']): number =>
  onTrack + atRisk + stalled + onHold;

const quiet = (text: string): Content => ({ text, color: QUIET, margin: [0, 4, 0, 0] });
const heading = (text: string): Content => ({ text, fontSize: 12.5, bold: true, margin: [0, 14, 0, 4] });

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

function figures({ stalled, atRisk, onTrack, onHold }: PipelineHealth['counts']): Content {
  const figure = (value: number, label: string, color: string): Content => ({
    stack: [
      { text: String(value), fontSize: 22, bold: true, color: value > 0 ? color : INK },
      { text: label, color: QUIET },
    ],
  });
  return {
    columns: [
      figure(stalled, 'stalled', TONES.stalled),
      figure(atRisk, 'at risk', TONES.at_risk),
      figure(onTrack, 'on track', INK),
      figure(onHold, 'on hold', INK),
    ],
  };
}

const WINDOWS_TITLE = 'Windows closing this week';

function windowTable(windows: readonly ClosingWindow[]): Content[] {
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
        formatDay(dayOf(window.window.closesOn)),
      ]),
    ),
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

const number = (value: number): TableCell => ({ text: String(value), alignment: 'right' });

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

/** The heading is a row of the head: it never stands alone at the foot of a page, and the next page repeats it. */
function table(title: string, columns: readonly (readonly [string, string | number])[], rows: TableCell[][]): Content {
  const heads = columns.map(([text]): TableCell => ({
    text,
    fontSize: 8,
    color: QUIET,
    alignment: text === 'Day' ? 'right' : 'left',
  }));
  return {
    margin: [0, 12, 0, 0],
    fontSize: 8.5,
    table: {
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(([, width]) => width),
      body: [
        [{ text: title, fontSize: 12.5, bold: true, colSpan: columns.length }, ...columns.slice(1).map(() => '')],
        heads,
        ...rows,
      ],
    },
    layout: {
      hLineWidth: (line) => (line < 2 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => RULE,
      paddingLeft: (column) => (column === 0 ? 0 : 8),
      paddingRight: () => 0,
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
  };
}
