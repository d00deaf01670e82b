// @ts-check
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { dayOf } from './calendar.mjs';
import { FirmWriter } from './csv.mjs';
import { SIZES } from './plan.mjs';
import { writeWholeFirm } from './whole-firm.mjs';

/**
 * Writes a simulated firm as a folder of import files. The same size, seed and day give the same bytes.
 * Everything in it happened before `today` (UTC, the current day by default).
 * @param {{ size: import('./plan.mjs').Size, seed: number, out: string, today?: string }} options
 * @returns {Promise<Record<string, number>>} rows written per file
 */
export async function generateFirm({ size, seed, out: folder, today = new Date().toISOString().slice(0, 10) }) {
  const out = await FirmWriter.create(folder);
  await writeWholeFirm(out, { size, seed, today });
  return out.close();
}

const USAGE = 'usage: generate.mjs --size demo|medium|large --seed <n> --out <folder> [--today YYYY-MM-DD]';

async function main() {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: 'demo' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      today: { type: 'string' },
    },
  });
  const { size, out, today } = values;
  const seed = Number(values.seed);
  if (!out || !Object.hasOwn(SIZES, size) || !Number.isInteger(seed) || (today && Number.isNaN(dayOf(today)))) {
    throw new Error(USAGE);
  }
  const rows = await generateFirm({ size: /** @type {import('./plan.mjs').Size} */ (size), seed, out, today });
  process.stdout.write(`${JSON.stringify({ size, seed, rows })}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((/** @type {unknown} */ error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  });
}
