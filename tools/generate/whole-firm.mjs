// @ts-check
import { CandidatePool } from './candidates.mjs';
import { dayOf } from './calendar.mjs';
import { writeFirm } from './firm.mjs';
import { SIZES, planSearches } from './plan.mjs';
import { Random } from './random.mjs';
import { writeSearch } from './searches.mjs';

/**
 * @param {import('./csv.mjs').FirmOut} out
 * @param {{ size: import('./plan.mjs').Size, seed: number, today: string }} firm everything happened before `today`
 */
export async function writeWholeFirm(out, { size, seed, today }) {
  const { months, candidates, notes } = SIZES[size];
  const day = dayOf(today);
  // Room for what lies before the history (reopened searches) and after today (expiry and start dates).
  const offices = writeFirm(out, seed, size, day - Math.round(months * 30.4) - 400, day + 200);
  const pool = new CandidatePool(seed, candidates);
  for (const plan of planSearches(new Random(seed, 'plan'), size)) {
    const office = /** @type {import('./firm.mjs').Office} */ (offices[plan.office]);
    writeSearch(out, plan, { random: new Random(seed, plan.ref), office, pool, today: day, months, notes });
    await out.drain();
  }
  await pool.write(out);
}
