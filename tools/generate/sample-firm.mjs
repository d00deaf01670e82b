// @ts-check
import { FirmTexts } from './csv.mjs';
import { writeWholeFirm } from './whole-firm.mjs';

/**
 * The few searches that somebody looks at who has none yet, as import files by name.
 * @param {string} today YYYY-MM-DD; everything happened before it
 */
export async function sampleFirm(today) {
  const out = new FirmTexts();
  await writeWholeFirm(out, { size: 'sample', seed: 1, today });
  return out.texts();
}
