import { readFileSync } from 'node:fs';

const BOOK = readFileSync('docs/CLOCKS.md', 'utf8');

/** The rows of the table below a heading of the book. */
export function tableOf(heading: string): string[][] {
  const [, section = ''] = BOOK.split(`### ${heading}\n`);
  const [body = ''] = section.split('\n## ')[0]?.split('\n### ') ?? [];
  const rows = body.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
