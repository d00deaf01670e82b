import type { Content, TableCell } from 'pdfmake';

const LONGEST_WORDS = 220;

export const INK = '#1b1f24';
export const QUIET = '#57606a';
const RULE = '#d5dae0';

export function short(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST_WORDS ? `${letters.slice(0, LONGEST_WORDS - 1).join('')}…` : text;
}

export const stopped = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
export const quiet = (text: string): Content => ({ text, color: QUIET, margin: [0, 4, 0, 0] });
export const heading = (text: string): Content => ({ text, fontSize: 12.5, bold: true, margin: [0, 14, 0, 4] });
export const number = (value: number | string): TableCell => ({ text: String(value), alignment: 'right' });

/** What is counted stands at the right. */
const FIGURE_WIDTH = 50;

/** The heading is a row of the head: it never stands alone at the foot of a page, and the next page repeats it. */
export function table(
  title: string,
  columns: readonly (readonly [string, string | number])[],
  rows: TableCell[][],
): Content {
  const heads = columns.map(([text, width]): TableCell => ({
    text,
    fontSize: 8,
    color: QUIET,
    alignment: typeof width === 'number' && width <= FIGURE_WIDTH ? 'right' : 'left',
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
