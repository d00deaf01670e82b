// @ts-check
import autocannon from 'autocannon';

export const CONNECTIONS = 10;

/**
 * One load run; answers requests per second. Any answer other than 2xx spoils it: a server that refuses quickly must
 * not look fast.
 * @param {import('autocannon').Options} options
 */
export async function load(options) {
  const began = performance.now();
  let [answers, ended] = [0, began];
  /** @type {import('autocannon').Result} */
  const { non2xx, errors, timeouts } = await new Promise((resolve, reject) => {
    const done = (/** @type {Error | null} */ error, /** @type {import('autocannon').Result} */ result) =>
      error ? reject(error) : resolve(result);
    autocannon({ connections: CONNECTIONS, ...options }, done).on('response', () => {
      answers += 1;
      ended = performance.now();
    });
  });
  if (non2xx > 0 || errors > 0 || timeouts > 0 || answers === 0) {
    throw new Error(`${options.url}: ${answers} answers, ${non2xx} refusals, ${errors} errors, ${timeouts} time-outs`);
  }
  return answers / ((ended - began) / 1000);
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return ((low ?? NaN) + (high ?? NaN)) / 2;
}

/** @param {Record<string, string | number>[]} rows */
export function table(rows) {
  const head = Object.keys(rows[0] ?? {});
  const lines = [head, ...rows.map((row) => head.map((name) => String(row[name])))];
  const widths = head.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? '').length)));
  const text = lines.map((line) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  );
  return [text[0], widths.map((width) => '-'.repeat(width)).join('  '), ...text.slice(1)].join('\n');
}
