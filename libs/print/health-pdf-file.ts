import pdfmake, { type Content, type TableCell } from 'pdfmake';
import roboto from 'pdfmake/fonts/Roboto.js';
import { dayOf, formatDay } from '@app/platform/time/local-date.js';
import { formatLocalDay, formatLocalMoment, localDateOf } from '@app/platform/time/zone.js';
import { inItsScripts, scriptFonts } from './scripts-page.js';
import type { ClosingWindow, HealthRow, PipelineHealth, Recipient } from '@app/reports/reports.types.js';

type Definition = Parameters<typeof pdfmake.createPdf>[0];

const MOST_PAGES = 2;
/** Rows that two pages hold when each has a reason of usual length. */
const ROWS = 30;
const WINDOWS = 12;
const WINDOWS_TITLE = 'Windows closing this week';
const LONGEST_WORDS = 220;

const INK = '#1b1f24';
const QUIET = '#57606a';
const RULE = '#d5dae0';
const TONES = { stalled: '#b3261e', at_risk: '#8f4700', on_track: '#1f6b3a', on_hold: QUIET } as const;
const HEADINGS = [
  ['stalled', 'Stalled'],
  ['at_risk', 'At risk'],
  ['on_hold', 'On hold'],
  ['on_track', 'On track'],
] as const satisfies readonly (readonly [HealthRow['health'], string])[];

const FONTS = { ...roboto, ...scriptFonts() };
const FONT_FILES = new Set(Object.values(FONTS).flatMap((files) => Object.values(files)));

pdfmake.setFonts(FONTS);
// a document of ours names no file and no address
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => FONT_FILES.has(path));

/** The partner's page on one or two sheets of A4. The same figures at the same moment give the same bytes. */
export async function healthPdf(recipient: Recipient, health: PipelineHealth): Promise<Buffer> {
  try {
    return await onTwoPages(recipient, health, false);
  } catch {
    return onTwoPages(recipient, health, true);
  }
}

async function onTwoPages(recipient: Recipient, health: PipelineHealth, simply: boolean): Promise<Buffer> {
  const footer = inItsScripts({ text: footerOf(recipient, health.at) }, simply);
  for (let rows = ROWS; ;) {
    const { written, pages } = await print(documentOf(recipient, health, rows, simply), footer);
    if (pages <= MOST_PAGES || rows <= 3) return written();
    rows = Math.max(3, Math.min(rows - 2, Math.floor((rows * (MOST_PAGES + 0.3)) / pages)));
  }
}

/** Set, and written only when it is asked for: its fonts are most of the work. */
async function print(
  definition: Definition,
  footer: Content,
): Promise<{ pages: number; written: () => Promise<Buffer> }> {
  const pages = { count: 0 };
  const document = pdfmake.createPdf({
    ...definition,
    footer: (page, count) => {
      pages.count = count;
      return {
        columns: [
          { stack: [footer], width: '*' },
          { text: `Page ${page} of ${count}`, width: 'auto' },
        ],
        margin: [40, 16, 40, 0],
        fontSize: 8,
        color: QUIET,
      };
    },
  });
  await document.getStream();
  return { pages: pages.count, written: () => document.getBuffer() };
}

const footerOf = ({ firmName, simulated, timeZone }: Recipient, at: Date): string =>
  `${short(firmName)}, ${momentOf(at, timeZone)}${simulated ? ', simulated data' : ''}`;

function documentOf(recipient: Recipient, health: PipelineHealth, rows: number, simply: boolean): Definition {
  const { firmName, simulated, timeZone } = recipient;
  const moment = momentOf(health.at, timeZone);
  const shown = health.searches.slice(0, rows);
  const windows = health.windowsThisWeek.slice(0, WINDOWS);
  return {
    pageSize: 'A4',
    pageMargins: [40, 44, 40, 52],
    info: {
      title: 'Pipeline health',
      author: 'Searchlight',
      // no words of others here: pdfkit writes them into XML as they are
      subject: simulated ? `${moment}, simulated data` : moment,
      creator: 'Searchlight',
      producer: 'Searchlight',
      creationDate: health.at,
    },
    // a document that programs can read aloud
    version: '1.7',
    language: 'en',
    displayTitle: true,
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15, color: INK },
    content: inItsScripts(
      [
        ...(simulated ? [simulatedMark()] : []),
        { text: short(firmName), color: QUIET },
        { text: 'Pipeline health', fontSize: 20, bold: true, margin: [0, 2, 0, 0] },
        { text: moment, color: QUIET, margin: [0, 0, 0, 12] },
        figures(health.counts),
        { text: health.timeToOffer.sentence, margin: [0, 10, 0, 0] },
        ...(windows.length === 0 ? [heading(WINDOWS_TITLE), quiet('None.')] : [windowTable(windows)]),
        ...more(health.windowsThisWeek.length - windows.length),
        ...HEADINGS.flatMap(([state, title]) => {
          const of = shown.filter((search) => search.health === state);
          return of.length === 0 ? [] : [searchTable(title, of, TONES[state])];
        }),
        ...(health.searches.length === 0 ? [heading('Searches'), quiet('No search is running.')] : []),
        ...more(total(health.counts) - shown.length),
      ],
      simply,
    ),
  };
}

const total = ({ onTrack, atRisk, stalled, onHold }: PipelineHealth['counts']): number =>
  onTrack + atRisk + stalled + onHold;

const more = (count: number): Content[] => (count > 0 ? [quiet(`And ${count} more on the page.`)] : []);
const quiet = (text: string): Content => ({ text, color: QUIET, margin: [0, 4, 0, 0] });
const heading = (text: string): Content => ({
  text,
  fontSize: 12.5,
  bold: true,
  margin: [0, 14, 0, 4],
});

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

function windowTable(windows: readonly ClosingWindow[]): Content {
  return table(
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
      { text: String(window.window.day), alignment: 'right' },
      formatDay(dayOf(window.window.closesOn)),
    ]),
  );
}

function searchTable(title: string, searches: readonly HealthRow[], color: string): Content {
  return table(
    title,
    [
      ['Search', 140],
      ['Lead', 72],
      ['Day', 26],
      ['Why, and what is next', '*'],
    ],
    searches.map(({ title: seat, clientName, ref, leadName, day, reasons, nextStep }) => [
      {
        stack: [
          { text: short(seat), bold: true, color },
          { text: short([clientName, ref].filter(Boolean).join(', ')), color: QUIET },
        ],
      },
      short(leadName),
      { text: String(day), alignment: 'right' },
      {
        stack: [
          ...reasons.slice(0, 2).map((reason) => ({ text: stopped(short(reason)) })),
          ...(reasons.length > 2
            ? [{ text: `And ${reasons.length - 2} more ${reasons.length === 3 ? 'reason' : 'reasons'}.`, color: QUIET }]
            : []),
          ...(nextStep ? [{ text: `Next: ${short(nextStep)}`, color: QUIET }] : []),
          ...(reasons.length === 0 && !nextStep ? [{ text: 'No open flag.', color: QUIET }] : []),
        ],
      },
    ]),
  );
}

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

/** "Mon 23 Nov 2026 09:00, Europe/Berlin" */
function momentOf(at: Date, timeZone: string): string {
  const year = localDateOf(at, timeZone).slice(0, 4);
  return `${formatLocalDay(at, timeZone)} ${year} ${formatLocalMoment(at, timeZone).slice(-5)}, ${timeZone}`;
}

const stopped = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

function short(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST_WORDS ? `${letters.slice(0, LONGEST_WORDS - 1).join('')}…` : text;
}
