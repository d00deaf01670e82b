// @ts-check
// `node tools/node.mjs tools/fonts.mjs`: the fonts of the web app, cut from the package they come from to the letters of
// European names and to the weights in use. What lies outside is written in a font of the system.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import subset from 'subset-font';
import { ROOT } from './lib/stack.mjs';

const { resolve } = createRequire(import.meta.url);
const WEIGHTS = { min: 400, max: 700 };
/** @type {Record<string, { from: string, ranges: [number, number][] }>} as in apps/web/src/app/global.css */
const FONTS = {
  'inter-latin': {
    from: 'latin',
    ranges: [
      [0x20, 0x7e],
      [0xa0, 0xff],
      [0x152, 0x153],
      [0x2010, 0x203a],
      [0x20ac, 0x20ac],
      [0x2122, 0x2122],
      [0x2190, 0x2193],
      [0x2212, 0x2212],
    ],
  },
  'inter-latin-ext': {
    from: 'latin-ext',
    ranges: [
      [0x100, 0x151],
      [0x154, 0x17f],
      [0x192, 0x192],
      [0x1cd, 0x1dc],
      [0x218, 0x21b],
      [0x1e80, 0x1e85],
      [0x1e9e, 0x1e9e],
      [0x1ea0, 0x1ef9],
    ],
  },
};

for (const [name, { from, ranges }] of Object.entries(FONTS)) {
  const whole = fs.readFileSync(resolve(`@fontsource-variable/inter/files/inter-${from}-wght-normal.woff2`));
  const letters = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
  );
  const cut = await subset(whole, letters.join(''), { targetFormat: 'woff2', variationAxes: { wght: WEIGHTS } });
  fs.writeFileSync(path.join(ROOT, 'apps/web/src/app/fonts', `${name}.woff2`), cut);
  console.log(`${name}.woff2: ${(cut.length / 1000).toFixed(1)} kB of ${(whole.length / 1000).toFixed(1)}`);
}
