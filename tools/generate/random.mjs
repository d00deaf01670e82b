// @ts-check

/** Seeded random numbers (sfc32): the same seed gives the same firm on every machine. */
export class Random {
  /** @param {...(string | number)} seed */
  constructor(...seed) {
    this.a = 0;
    this.b = 0;
    this.c = 0;
    this.d = 0;
    this.reseed(...seed);
  }

  /**
   * One object can serve a million records: each record reseeds it with its own name.
   * @param {...(string | number)} seed
   */
  reseed(...seed) {
    const text = seed.join('/');
    let h1 = 0x9e3779b9;
    let h2 = 0x243f6a88;
    for (let i = 0; i < text.length; i++) {
      h1 = Math.imul(h1 ^ text.charCodeAt(i), 0x85ebca6b);
      h1 ^= h1 >>> 13;
      h2 = Math.imul(h2 + text.charCodeAt(i), 0xc2b2ae35);
      h2 ^= h2 >>> 16;
    }
    this.a = h1 | 0;
    this.b = h2 | 0;
    this.c = Math.imul(h1, h2) | 0;
    this.d = 1;
    for (let i = 0; i < 8; i++) this.next();
    return this;
  }

  /** A number in [0, 1). */
  next() {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + t;
    this.c |= 0;
    return (t >>> 0) / 4294967296;
  }

  /** @param {number} low @param {number} high both included */
  int(low, high) {
    return high <= low ? low : low + Math.floor(this.next() * (high - low + 1));
  }

  /** @param {number} probability */
  chance(probability) {
    return this.next() < probability;
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    return /** @type {T} */ (list[Math.floor(this.next() * list.length)]);
  }

  /** @template T @param {readonly (readonly [T, number])[]} weighted @returns {T} */
  weighted(weighted) {
    let left = this.next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of weighted) {
      left -= weight;
      if (left < 0) return value;
    }
    return /** @type {readonly [T, number]} */ (weighted[weighted.length - 1])[0];
  }

  /** @template T @param {T[]} list @returns {T[]} the same list, in another order */
  shuffle(list) {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(this.next() * (i + 1));
      const held = /** @type {T} */ (list[i]);
      list[i] = /** @type {T} */ (list[j]);
      list[j] = held;
    }
    return list;
  }
}

/**
 * Quantile of the standard normal distribution (P. J. Acklam's rational approximation, error below 1.2e-9).
 * @param {number} p in (0, 1)
 * @returns {number}
 */
export function normalQuantile(p) {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return (
      (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
        4.374664141464968) *
        q +
        2.938163982698783) /
      ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1)
    );
  }
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598868) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
      1)
  );
}

/**
 * `count` values of a lognormal distribution, one from each equal slice of it and in random order:
 * their mean hardly depends on the seed, however few they are.
 * @param {Random} random @param {number} count @param {number} mean @param {number} sigma
 * @returns {number[]}
 */
export function stratifiedLognormal(random, count, mean, sigma) {
  const mu = Math.log(mean) - (sigma * sigma) / 2;
  const values = Array.from({ length: count }, (_, i) => Math.exp(mu + sigma * normalQuantile((i + 0.5) / count)));
  return random.shuffle(values);
}
