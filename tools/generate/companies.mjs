// @ts-check
import { slug } from './people.mjs';

/** @param {string} text */
const words = (text) => text.trim().split(/\s+/);

const FIRST = words(`Northwind Amberline Brightmoor Calderis Dovetail Eastmere Fernhollow Glasswing Harborstone Inkwell
  Junipera Kestrelux Larkspan Meridane Nimbusfold Oakharbour Pinnaclide Quillmark Rookery Silverfen Tidewater Umbrae
  Valemont Wrenfield Yarrowby Zephyrine Alderbrook Birchgate Copperlane Driftmark Elmstead Foxglade Gransund Heronsby
  Ironvale Jasperly Kilnwood Lumenfjord Mosswick Novaherd Orrery Pellucid Quartzen Rivenhall Saltmarsh Thornbeck
  Ulvira Verdane Wexcombe Yewbridge`);
/** @type {readonly (readonly [string, string])[]} */
const SECOND = [
  ['Robotics', 'Robotics'],
  ['Health', 'Health care'],
  ['Insurance', 'Insurance'],
  ['Logistics', 'Logistics'],
  ['Semiconductors', 'Semiconductors'],
  ['Energy', 'Energy'],
  ['Bank', 'Banking'],
  ['Mobility', 'Mobility'],
  ['Retail', 'Retail'],
  ['Biosciences', 'Life sciences'],
  ['Media', 'Media'],
  ['Aerospace', 'Aerospace'],
  ['Cloud', 'Cloud infrastructure'],
  ['Legal Systems', 'Legal technology'],
  ['Materials', 'Materials'],
];
const THIRD = ['', 'Group', 'Nordic', 'Europe', 'International', 'Holdings', 'Partners', 'Labs', 'One', 'Works'];
const PAIRS = FIRST.length * SECOND.length;

/**
 * The n-th invented company; no two indexes below 7,500 give the same name.
 * @param {number} index
 */
export function company(index) {
  const pair = index % PAIRS;
  const third = THIRD[Math.floor(index / PAIRS) % THIRD.length];
  const [kind, industry] = /** @type {readonly [string, string]} */ (SECOND[pair % SECOND.length]);
  // Both lists step together and meet again after 150: shifting one by a place then reaches every pair once.
  const first = FIRST[(pair + Math.floor(pair / 150)) % FIRST.length];
  const name = `${first} ${kind}${third ? ` ${third}` : ''}`;
  return {
    name,
    industry,
    domain: `${slug(name).replaceAll('.', '-')}.example`,
  };
}

/** @type {Record<string, string>} */
const EMPLOYERS = {
  Compute: 'Lattermill Ostrava Parallaxe Stackmoor Gridholm Tensorfield Halcyonic Bluequarry',
  Research: 'Palinode Corvane Thessaly Anselmo Marginalia Ostinato Cadenza Fermata',
  Systems: 'Cobblepoint Ashlar Keystane Lintelworks Purlin Trussell Gablemark Mortise',
  Data: 'Ledgerfold Tallystick Abacine Countwell Sumline Tablerock Cornercube Pivotale',
  AI: 'Quietwater Softlight Deepbarrow Farsighted Longmeadow Nearfield Slowburn Openmoor',
};
const EMPLOYER_NAMES = Object.entries(EMPLOYERS).flatMap(([kind, names]) =>
  words(names).map((name) => `${name} ${kind}`),
);

/** @param {import('./random.mjs').Random} random */
export const employer = (random) => random.pick(EMPLOYER_NAMES);
