import fs from 'node:fs';
import { inflateSync } from 'node:zlib';
import { aHealthReport } from '../../test/lib/health-report.js';
import { healthPdf } from './health-pdf-file.js';
import { inItsScripts, scriptFonts } from './scripts-page.js';
import type { HealthReport } from '@app/reports/reports.types.js';

const NAMES: Readonly<Record<string, string>> = {
  Han: '山田太郎 张伟',
  Hangul: '김민수',
  Arabic: 'محمد',
  Hebrew: 'שלום כהן',
  Devanagari: 'राज कुमार',
  Bengali: 'ঠাকুর',
  Tamil: 'தமிழ்',
  Telugu: 'రాజు',
  Gujarati: 'ગુજરાત',
  Gurmukhi: 'ਗੁਰਮੀਤ',
  Kannada: 'ಕನ್ನಡ',
  Malayalam: 'മലയാളം',
  Sinhala: 'සිංහල',
  Thai: 'สมชาย',
  Lao: 'ສົມໃຈ',
  Khmer: 'សុខា',
  Myanmar: 'အောင်',
  Georgian: 'გიორგი',
  Armenian: 'Արամ',
  Ethiopic: 'አበበ',
  Emoji: '😀🇩🇪',
  Greek: 'Γιώργος',
  Cyrillic: 'Иван',
  Vietnamese: 'Nguyễn Thị',
};

const healthOf = (titles: readonly string[]): HealthReport =>
  aHealthReport(
    titles.map((title, n) => ({
      id: `s-${n}`,
      ref: `REF-${n}`,
      title,
      clientName: 'Client',
      leadName: 'Lead',
      day: n,
      health: 'stalled',
      reasons: ['No movement since Thu 5 Nov.'],
      nextStep: null,
    })),
  );
interface Aligned {
  table: { body: (string | { alignment?: string })[][] };
}
const recipient = { firmName: '会社', simulated: false, timeZone: 'Europe/Berlin' };

/** The letters that a reader can copy out of the file, from the tables beside its fonts; and how many fonts it carries. */
function readOut(pdf: Buffer): { letters: Set<string>; fonts: number } {
  const bytes = pdf.toString('latin1');
  const letters = new Set<string>();
  for (const { index } of bytes.matchAll(/stream\r?\n/g)) {
    const from = bytes.indexOf('\n', index) + 1;
    const stream = pdf.subarray(from, bytes.indexOf('endstream', from));
    const text = stream[0] === 0x78 ? inflated(stream) : '';
    if (!text.includes('begincmap')) continue;
    for (const [, hex = ''] of text.matchAll(/<((?:[0-9a-f]{4} ?)+)>/gi))
      for (const letter of Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'))
        letters.add(letter);
  }
  return { letters, fonts: bytes.match(/\/FontFile[23]?\b/g)?.length ?? 0 };
}

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream, { finishFlush: 2 }).toString('latin1');
  } catch {
    return '';
  }
}

describe('names in every script', () => {
  it('begin at the right where they are read from there, unless their place is said', () => {
    const body = [['שלום כהן', { text: 'محمد', bold: true }, { text: 'שלום', alignment: 'left' as const }, 'Zoë']];
    const { table } = inItsScripts({ table: { widths: [90, 90, 90, 90], body } }, false) as unknown as Aligned;

    expect(table.body[0]?.map((cell) => (typeof cell === 'string' ? cell : cell.alignment))).toEqual([
      'right',
      'right',
      'left',
      'Zoë',
    ]);
  });

  it('are bold where others are', () => {
    for (const { normal, bold } of Object.values(scriptFonts())) {
      expect(bold).not.toBe(normal);
      expect([normal, bold].filter((file) => !fs.existsSync(file))).toEqual([]);
    }
  });

  it('are in one weight where they are in more scripts than most pages', () => {
    const weightsOf = (names: readonly string[]): boolean =>
      JSON.stringify(inItsScripts({ stack: names.map((text) => ({ text, bold: true })) }, false)).includes(
        '"bold":false',
      );

    expect(weightsOf(['王芳', '김민준', 'محمد', 'שלום'])).toBe(false);
    expect(weightsOf(['王芳', '김민준', 'محمد', 'שלום', 'ตั้งใจ'])).toBe(true);
  });

  let all: Buffer;
  beforeAll(async () => {
    all = await healthPdf(recipient, healthOf(Object.values(NAMES)));
  }, 120_000);

  it.each(Object.entries(NAMES))('can be read on paper: %s', (_, name) => {
    const { letters } = readOut(all);
    // a font may write one letter of its script by two signs, which a reader cannot copy as one
    const readable = [...name].filter((letter) => /[\p{L}\p{Extended_Pictographic}]/u.test(letter));

    expect(readable.filter((letter) => !letters.has(letter))).toEqual([]);
  });

  it('cost nothing where there are none: a page in Latin letters carries the fonts it had', async () => {
    const latin = await healthPdf({ ...recipient, firmName: 'Firm' }, healthOf(['Chief AI Officer', 'Zoë Müller']));

    expect(readOut(latin).fonts).toBe(2);
    expect(latin.length).toBeLessThan(60_000);
    expect(readOut(all).fonts).toBeGreaterThan(20);
  });
});
