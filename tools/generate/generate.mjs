// @ts-check
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { CandidatePool } from './candidates.mjs';
import { dayOf } from './calendar.mjs';
import { FirmWriter } from './csv.mjs';
import { writeFirm } from './firm.mjs';
import { SIZES, planSearches } from './plan.mjs';
import { Random } from './random.mjs';
import { writeSearch } from './searches.mjs';

/**
 * Writes a simulated firm as a folder of import files. The same size, seed and day give the same bytes.
 * Everything in it happened before `today` (UTC, the current day by default).
 * @param {{ size: import('./plan.mjs').Size, seed: number, out: string, today?: string }} options
 * @returns {Promise<Record<string, number>>} rows written per file
 */
export async function generateFirm({ size, seed, out: folder, today = new Date().toISOString().slice(0, 10) }) {
  const { months, candidates, notes } = SIZES[size];
  const day = dayOf(today);
  const out = await FirmWriter.create(folder);
  // Room for what lies before the history (reopened searches) and after today (expiry and start dates).
  const offices = writeFirm(out, seed, size, day - Math.round(months * 30.4) - 400, day + 200);
  const pool = new CandidatePool(seed, candidates);
  for (const plan of planSearches(new Random(seed, 'plan'), size)) {
    const office = /** @type {import('./firm.mjs').Office} */ (offices[plan.office]);
    writeSearch(out, plan, { random: new Random(seed, plan.ref), office, pool, today: day, months, notes });
    await out.drain();
  }
  await pool.write(out);
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
