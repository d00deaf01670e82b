// @ts-check
// Part of `npm ci`: sets the hooks of git for whoever works in a clone. Says nothing where there is nothing to set: in
// CI, in an image, in an unpacked archive, without the packages of developers.
import fs from 'node:fs';

const elsewhere = (process.env.CI && process.env.CI !== 'false') || process.env.NODE_ENV === 'production';
if (fs.existsSync('.git') && !elsewhere) {
  const husky = await import('husky').catch(() => null);
  const refused = husky?.default();
  if (refused) console.error(`The hooks of git were not set: ${refused}`);
}
