import { pdfText } from '../../test/lib/pdf-text.js';
import { localDate } from '@app/platform/time/local-date.js';
import { healthPdf } from './health-pdf-file.js';
import type { HealthRow, PipelineHealth, Recipient } from '@app/reports/reports.types.js';

const recipient: Recipient = { firmName: 'Firm Sample', simulated: true, timeZone: 'Europe/Berlin' };
const HEALTHS = ['stalled', 'at_risk', 'on_hold', 'on_track'] as const;
const healthOf = (count: number, words: Partial<HealthRow> = {}): PipelineHealth => ({
  at: new Date('2026-11-23T08:00:00Z'),
  counts: { stalled: count, atRisk: count, onHold: count, onTrack: count },
  searches: HEALTHS.flatMap((health) =>
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
  timeToOffer: {
    searches: 10,
    episodes: 10,
    offers: 4,
    offersLeftOut: 0,
    medianDays: 41,
    lowDays: 30,
    highDays: null,
    completedMeanDays: 35,
    marketDays: 52,
    sentence: 'Half of the searches reach an offer within 41 days; the market takes 52.',
  },
});
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
