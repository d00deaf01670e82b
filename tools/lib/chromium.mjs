// @ts-check
import fs from 'node:fs';
import { chromium } from 'playwright-core';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
];

/** A real Chromium: CHROMIUM_PATH, one the system has, else the one inside an npm package (Linux x64). */
export async function launchChromium() {
  const known = [process.env.CHROMIUM_PATH, ...SYSTEM].find((file) => file && fs.existsSync(file));
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (known) return chromium.launch({ executablePath: known, args: [...QUIET, ...root] });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...QUIET] });
}
