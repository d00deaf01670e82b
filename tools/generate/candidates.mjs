// @ts-check
import { employer } from './companies.mjs';
import { COUNTRIES, NEARBY, fictionalPhone, personName, slug } from './people.mjs';
import { Random } from './random.mjs';
import { ROLES } from './roles.mjs';

const EUROPE = new Set(['GB', 'DE', 'FR', 'NL', 'SE', 'CH', 'ES', 'PL']);
/** One hundred slots: which seat the n-th person fits. */
const SLOTS = ROLES.flatMap((role, i) => Array(role.weight).fill(i));
new Random('slots').shuffle(SLOTS);

/** @param {number} index */
const roleOf = (index) => SLOTS[index % SLOTS.length] ?? 0;

/** @param {number} index */
export const candidateRef = (index) => `CAND-${String(index + 1).padStart(7, '0')}`;

/**
 * A million people without keeping one: everything about a person follows from the seed and the person's number.
 * Only who was used for something that may happen once is remembered.
 */
export class CandidatePool {
  /** @param {number} seed @param {number} size */
  constructor(seed, size) {
    this.seed = seed;
    this.size = size;
    this.random = new Random();
    /** People below this number appear in one search only. */
    this.reserved = Math.floor(size * 0.2);
    /** @type {Set<number>} */
    this.taken = new Set();
    /** @type {Map<number, string>} */
    this.inMarketSince = new Map();
  }

  /** @param {number} index */
  country(index) {
    return this.random.reseed(this.seed, 'country', index).weighted(NEARBY);
  }

  /**
   * Somebody who fits the search and is not in it yet.
   * @param {Random} random @param {import('./roles.mjs').Role} role @param {string} market @param {Set<number>} present
   * @param {boolean} once
   */
  pick(random, role, market, present, once) {
    for (let attempt = 0; ; attempt++) {
      const index = once ? random.int(0, this.reserved - 1) : random.int(this.reserved, this.size - 1);
      if (present.has(index) || (once && this.taken.has(index))) continue;
      if (attempt < 40 && ROLES[roleOf(index)] !== role && !random.chance(0.02)) continue;
      if (attempt < 60 && EUROPE.has(this.country(index)) !== (market === 'Europe') && !random.chance(0.2)) continue;
      present.add(index);
      if (once) this.taken.add(index);
      return index;
    }
  }

  /** @param {import('./csv.mjs').FirmOut} out */
  async write(out) {
    /** @type {Map<string, number>} */
    const phones = new Map();
    for (let index = 0; index < this.size; index++) {
      const country = this.country(index);
      const random = this.random.reseed(this.seed, 'person', index);
      const name = personName(random, country);
      const role = /** @type {import('./roles.mjs').Role} */ (ROLES[roleOf(index)]);
      const place = /** @type {NonNullable<typeof COUNTRIES[string]>} */ (COUNTRIES[country]);
      const mark = `${slug(name)}.${index.toString(36)}`;
      const phone = phones.get(country) ?? 0;
      phones.set(country, phone + 1);
      const signals = [
        random.chance(0.4) && 'hyperscaler_alumni',
        random.chance(0.62) && 'phd',
        random.chance(0.15) && 'frontier_lab',
        random.chance(0.08) && 'big4_ai',
      ];
      out.write(
        'candidates',
        candidateRef(index),
        name,
        `${mark}@mail.example`,
        fictionalPhone(country, phone),
        `https://profiles.example/in/${mark.replaceAll('.', '-')}`,
        random.pick(place.cities),
        country,
        random.pick(role.present),
        employer(random),
        role.layer,
        signals.filter(Boolean).join(';'),
        'simulated',
        this.inMarketSince.get(index),
      );
      if (index % 500 === 0) await out.drain();
    }
  }
}
