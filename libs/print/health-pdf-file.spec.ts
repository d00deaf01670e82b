import { aHealthReport } from '../../test/lib/health-report.js';
import { pdfText } from '../../test/lib/pdf-text.js';
import { localDate } from '@app/platform/time/local-date.js';
import { healthPdf } from './health-pdf-file.js';
import type { HealthReport, HealthRow, Recipient, StallGroup } from '@app/reports/reports.types.js';

const recipient: Recipient = { firmName: 'Firm Sample', simulated: true, timeZone: 'Europe/Berlin' };
const HEALTHS = ['stalled', 'at_risk', 'on_hold', 'on_track'] as const;
const healthOf = (count: number, words: Partial<HealthRow> = {}, more: Partial<HealthReport> = {}): HealthReport =>
  aHealthReport(
    HEALTHS.flatMap((health) =>
      Array.from({ length: count }, (_, n) => ({
        id: `${health}-${n}`,
        ref: `REF-${n}`,
        title: 'Chief AI Officer',
        clientName: 'Client',
        leadName: 'Lead',
        day: n,
        health,
        reasons: ['No movement since Thu 5 Nov.', 'No feedback for 5 working days.'],
        nextStep: 'Call the client.',
        ...words,
      })),
    ),
    {
      windowsThisWeek: Array.from({ length: count }, (_, n) => ({
        candidacyId: `c-${n}`,
        searchId: 's',
        searchTitle: 'Chief AI Officer',
        candidateName: 'Candidate Sample',
        stageLabel: 'Finalist',
        window: {
          openedAt: new Date('2026-10-29T09:00:00Z'),
          day: 23,
          days: 28,
          closesAt: new Date('2026-11-25T23:00:00Z'),
          closesOn: localDate('2026-11-26'),
          state: 'closing' as const,
        },
      })),
      ...more,
    },
  );
const pagesOf = (pdf: Buffer): number => [...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length;
const DESCRIBED = /<dc:description>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]*)</;

describe('pipeline health on paper', () => {
  it.each([
    ['nothing at all', healthOf(0), 1, 1],
    ['a few searches', healthOf(1), 1, 1],
    ['hundreds of searches', healthOf(60), 9, 20],
    ['very long words', healthOf(30, { title: 'W'.repeat(5_000), reasons: ['long words '.repeat(500)] }), 9, 26],
  ])('takes as many sheets as it needs for %s', async (_, health, least, most) => {
    const pdf = await healthPdf(recipient, health);

    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pagesOf(pdf)).toBeGreaterThanOrEqual(least);
    expect(pagesOf(pdf)).toBeLessThanOrEqual(most);
  });

  it('lists every search under its health, and repeats the heads on each sheet', async () => {
    const text = pdfText(await healthPdf(recipient, healthOf(60)));

    for (let n = 0; n < 60; n += 1) expect(text.split(`Client, REF-${n}\n`)).toHaveLength(5);
    expect(text).not.toContain('more');
    for (const title of ['Stalled', 'At risk', 'On hold', 'On track']) {
      const heads = text.split(`${title}: 60 searches\nSearch\n`).length - 1;
      expect(heads).toBeGreaterThanOrEqual(2);
    }
  });

  it('says how many searches it leaves out', async () => {
    const health = healthOf(2);
    const text = pdfText(await healthPdf(recipient, { ...health, counts: { ...health.counts, onTrack: 5 } }));

    expect(text).toContain('And 3 more: a report lists the 8 that need somebody most.');
  });

  it('says what has changed since last Monday, figure by figure and search by search', async () => {
    const { changes, counts } = healthOf(2);
    const search = (title: string) => ({ id: title, ref: null, title, clientName: 'Client', leadName: 'Lead' });
    const told = pdfText(
      await healthPdf(
        recipient,
        healthOf(
          2,
          {},
          {
            changes: {
              ...changes!,
              countsThen: { ...counts, stalled: 1, atRisk: 5 },
              becameStalled: { count: 1, items: [search('VP MLOps')] },
              placed: { count: 30, items: Array.from({ length: 30 }, (_, n) => search(`Head ${n}`)) },
            },
          },
        ),
      ),
    );

    expect(told).toContain('2\nstalled\n1 more\n2\nat risk\n3 fewer\n2\non track\nas before\n');
    expect(told).toContain('Compared with Mon 16 Nov.');
    expect(told).toMatch(/Since Mon 16 Nov\n[^]*Became stalled\n1\nVP MLOps, Client\nPlaced\n30\n/);
    expect(told.replaceAll('\n', ' ')).toContain('Head 9, Client; and 20 more');
    expect(told).not.toContain('Recovered');
  });

  it('says so where nothing has changed, and where nobody can look back that far', async () => {
    expect(pdfText(await healthPdf(recipient, healthOf(1)))).toContain(
      'Since Mon 16 Nov\nNo search has become stalled, recovered, been opened or ended.',
    );
    expect(pdfText(await healthPdf(recipient, healthOf(1, {}, { changes: null })))).toContain(
      'Since last Monday\nThere is too much history to look back in time.',
    );
  });

  it('says who stalls most, and what it is narrowed to', async () => {
    const group = (n: number): StallGroup => ({
      id: `u-${n}`,
      name: `Consultant ${n}`,
      ...{ searches: 9, stalled: 4, atRisk: 3, onTrack: 2, onHold: 0, oldestFlagDays: 12, windowsClosing: 5 },
    });
    const text = pdfText(
      await healthPdf(
        recipient,
        healthOf(
          1,
          {},
          {
            whoStalls: { leads: Array.from({ length: 17 }, (_, n) => group(n)), clients: [], offices: [] },
            narrowedTo: ['office: berlin'],
          },
        ),
      ),
    );

    expect(text).toContain('Berlin; office: berlin\n');
    expect(text).toContain('Consultant 14\n9\n4\n3\n2\n0\n12 d\n5\nAnd 2 more, who stall less.\n');
    expect(text).not.toContain('Consultant 15');
  });

  it('gives the first reasons of a search that has many, and says how many more there are', async () => {
    const reasons = Array.from({ length: 7 }, (_, n) => `Person ${n}: Window closes Tue 31 Mar`);
    const text = pdfText(await healthPdf(recipient, healthOf(1, { reasons })));

    expect(text).toContain('Person 4: Window closes Tue 31 Mar.\nAnd 2 more reasons.\n');
    expect(text).not.toContain('Person 5');
  });

  it('is the same for the same figures at the same moment', async () => {
    expect((await healthPdf(recipient, healthOf(3))).equals(await healthPdf(recipient, healthOf(3)))).toBe(true);
  });

  it.each([
    [true, 'Mon 23 Nov 2026 09:00, Europe/Berlin, simulated data'],
    [false, 'Mon 23 Nov 2026 09:00, Europe/Berlin'],
  ])('says when and in which zone; simulated: %s', async (simulated, subject) => {
    const pdf = await healthPdf({ ...recipient, firmName: '<Firm & Sons>', simulated }, healthOf(1));

    expect(DESCRIBED.exec(pdf.toString('latin1'))?.[1]).toBe(subject);
  });

  it('embeds its fonts and leads nowhere', async () => {
    const text = (await healthPdf(recipient, healthOf(3))).toString('latin1');

    expect(text).toContain('/FontFile2');
    expect(text).not.toMatch(/\/(URI|JavaScript|Launch|GoToR)\b/);
  });
});
