import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Content } from 'pdfmake';
import virtualFiles from 'pdfmake/js/virtual-fs.js';
import { isPlain, isRightToLeft, runsOf, SCRIPT_FONTS } from './scripts.rules.js';
import { unpacked } from '@app/platform/files/woff.js';

const { resolve } = createRequire(import.meta.url);

const ofFontsource = (name: string, part: string, weight: number): string =>
  resolve(`@fontsource/${name}/files/${name}-${part}-${weight}-normal.woff`);
const ofEmbedPdf = (name: string, file: string): string =>
  path.join(path.dirname(resolve(`@embedpdf/${name}`)), '..', 'fonts', file);

function filesOf(font: string): { normal: string; bold: string } {
  if (font === 'Han' || font === 'Hangul') {
    const [name, family] =
      font === 'Han' ? (['fonts-sc', 'NotoSansHans'] as const) : (['fonts-kr', 'NotoSansKR'] as const);
    return { normal: ofEmbedPdf(name, `${family}-Regular.otf`), bold: ofEmbedPdf(name, `${family}-Bold.otf`) };
  }
  const name = font === 'Emoji' ? 'noto-emoji' : `noto-sans-${font.toLowerCase()}`;
  const part = font.toLowerCase();
  return { normal: ofFontsource(name, part, 400), bold: ofFontsource(name, part, 700) };
}

/** Fonts for the scripts that the page's own lacks, by their names. */
export const scriptFonts = (): Record<string, { normal: string; bold: string }> =>
  Object.fromEntries(SCRIPT_FONTS.map((font) => [font, filesOf(font)]));

const unpackedFonts = new Set<string>();

/** The reader of fonts unpacks a table anew for every letter: whoever sets the page finds these files unpacked already. */
function unpack(font: string): void {
  if (unpackedFonts.has(font)) return;
  unpackedFonts.add(font);
  for (const file of new Set(Object.values(filesOf(font))))
    if (file.endsWith('.woff')) virtualFiles.default.writeFileSync(file, unpacked(fs.readFileSync(file)));
}

/** Points that a letter takes on average. */
const LETTER = 5;
const WIDEST = 40;

type Node = { [key: string]: unknown };
interface Place {
  readonly most: number;
  readonly simply: boolean;
  /** each font is most of the work of a page: one in many scripts is written without bold letters in them */
  readonly oneWeight: boolean;
}
const MOST_IN_TWO_WEIGHTS = 4;

/** Where marks stand above and below a letter. */
const MARKS = ['abvm', 'blwm', 'mark', 'mkmk'];

/**
 * The same content with every text in the fonts that have its letters; what is plain stays as it is. `simply`: marks
 * stand where they fall, because some fonts place them in ways that whoever sets the page does not know.
 */
export function inItsScripts(content: Content, simply: boolean): Content {
  const oneWeight = fontsIn(content).size > MOST_IN_TWO_WEIGHTS;
  return walked(content, { most: WIDEST, simply, oneWeight }) as Content;
}

function fontsIn(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node === 'string') {
    if (!isPlain(node)) for (const { font } of runsOf(node, WIDEST)) if (font) found.add(font);
  } else if (typeof node === 'object' && node !== null) {
    for (const part of Object.values(node)) fontsIn(part, found);
  }
  return found;
}

function walked(node: unknown, place: Place): unknown {
  if (typeof node === 'string') return isPlain(node) ? node : written(node, place);
  if (Array.isArray(node)) return node.map((one) => walked(one, place));
  if (typeof node !== 'object' || node === null) return node;
  const { text, stack, columns, table, ...rest } = node as Node;
  return {
    ...(text === undefined ? {} : typeof text === 'string' && !isPlain(text) ? written(text, place) : { text }),
    ...rest,
    ...(stack === undefined ? {} : { stack: walked(stack, place) }),
    ...(columns === undefined ? {} : { columns: walked(columns, place) }),
    ...(table === undefined ? {} : { table: tableOf(table as Node, place) }),
  };
}

function tableOf({ body, widths, ...rest }: Node, place: Place): Node {
  const most = (widths as unknown[]).map((width) => (typeof width === 'number' ? Math.floor(width / LETTER) : WIDEST));
  return {
    ...rest,
    widths,
    body: (body as unknown[][]).map((row) => row.map((cell, i) => walked(cell, { ...place, most: most[i] ?? WIDEST }))),
  };
}

/** What is read from right to left begins at the right. */
const written = (text: string, place: Place): Node => ({
  text: textOf(text, place),
  ...(isRightToLeft(text) ? { alignment: 'right' } : {}),
});

const textOf = (text: string, { most, simply, oneWeight }: Place): unknown[] =>
  runsOf(text, most).map(({ text: run, font }) => {
    if (!font) return run;
    unpack(font);
    const off = simply ? MARKS : font === 'Gurmukhi' ? ['abvm'] : [];
    const features = Object.fromEntries(off.map((mark) => [mark, false]));
    return {
      ...{ text: run, font },
      ...(oneWeight ? { bold: false } : {}),
      ...(off.length > 0 ? { fontFeatures: features } : {}),
    };
  });
