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

const NO_SANDBOX = '--no-sandbox';

/** A real Chromium: CHROMIUM_PATH, one the system has, else the one inside an npm package (Linux x64). */
export async function launchChromium() {
  const known = [process.env.CHROMIUM_PATH, ...SYSTEM].find((file) => file && fs.existsSync(file));
  if (known)
    return chromium.launch({ executablePath: known, args: process.getuid?.() === 0 ? [...QUIET, NO_SANDBOX] : QUIET });
  const { default: packaged } = await import('@sparticuz/chromium');
  // without the arguments that come with it: they switch off what a site is told of its visitors, and run everything in
  // one process, which serves one visitor only
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...QUIET, NO_SANDBOX] });
}
