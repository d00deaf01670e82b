// @ts-check
// What a browser makes of the web app, on the simulated firm: how much the first page loads, how long it takes on a bad
// line, a board of 200 cards loaded anew, one of 500 while cards are dragged.
// usage: npm run bench:browser -- [--reloads 5] [--drags 10]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../tools/lib/build.mjs';
import { launchChromium } from '../tools/lib/chromium.mjs';
import { loadDemoFirm, LOGINS, must, PASSWORD } from '../tools/lib/demo-firm.mjs';
import { startStack } from '../tools/lib/stack.mjs';
import { median, table } from './lib.mjs';

/** @typedef {import('playwright-core').Page} Page */

const BAD_LINE = { latency: 400, throughput: 50_000 };
const { values: options } = parseArgs({
  options: { reloads: { type: 'string', default: '5' }, drags: { type: 'string', default: '10' } },
});

await ensureBuilt(['api', 'worker', 'cli', 'web']);
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-browser-bench-'));
fs.chmodSync(dataDir, 0o755);
const stack = await startStack({ dataDir, durable: false });
const browser = await launchChromium();
try {
  await must(stack, ['migrate']);
  await loadDemoFirm(stack, dataDir);
  await must(stack, ['sweep']);
  stack.start('api');
  await stack.ready();
  const page = await newPage();
  await signIn(page);
  const storage = await page.context().storageState();

  const first = await firstPage(storage);
  const slow = await onBadLine(storage);
  const search = await aSearchWith(page, 200);
  const reload = await reloads(page, search.id, Number(options.reloads));
  await addPeople(page, search, 300);
  const drag = await drags(page, search.id, Number(options.drags));

  console.log(table(first.files));
  console.log(
    `\n${table([
      {
        what: 'first page (Today), script, gzipped',
        measured: `${first.scriptKb} kB in ${first.scripts} requests`,
        goal: '170 kB, 15',
      },
      { what: 'first page, everything', measured: `${first.allKb} kB in ${first.requests} requests`, goal: '' },
      { what: 'first row of Today, cold, 400 ms and 50 kB/s', measured: `${(slow / 1000).toFixed(1)} s`, goal: '6 s' },
      {
        what: 'board of 200 cards loaded anew, to its first card',
        measured: `${Math.round(reload)} ms`,
        goal: '1000 ms',
      },
      {
        what: `longest task while dragging, 500 cards, ${drag.drags} drags`,
        measured: `${Math.round(drag.longest)} ms`,
        goal: '100 ms',
      },
    ])}`,
  );
} finally {
  await browser.close();
  await stack.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

/** @param {Awaited<ReturnType<import('playwright-core').BrowserContext['storageState']>>} [storageState] */
async function newPage(storageState) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, storageState });
  context.setDefaultTimeout(60_000);
  return context.newPage();
}

/** @param {Page} page */
async function signIn(page) {
  await page.goto(stack.url);
  await page.getByLabel('Email').fill(LOGINS.partner);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
}

/** What Today loads by somebody who was never here, gzipped as most lines carry it. @param {any} storage */
async function firstPage(storage) {
  const page = await newPage(storage);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setExtraHTTPHeaders', { headers: { 'accept-encoding': 'gzip' } });
  /** @type {Map<string, { url: string, type: string, bytes: number }>} */
  const seen = new Map();
  cdp.on('Network.responseReceived', ({ requestId, response, type }) => {
    seen.set(requestId, { url: response.url, type, bytes: 0 });
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = seen.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  await page.goto(stack.url);
  await page.locator('main [data-thing]').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.context().close();
  const requests = [...seen.values()];
  const scripts = requests.filter(({ type }) => type === 'Script');
  const kb = (/** @type {typeof requests} */ of) => Math.round(of.reduce((sum, { bytes }) => sum + bytes, 0) / 1000);
  return {
    files: [...scripts]
      .sort((a, b) => b.bytes - a.bytes)
      .map(({ url, bytes }) => ({ script: path.basename(url), kB: (bytes / 1000).toFixed(1) })),
    scripts: scripts.length,
    scriptKb: kb(scripts),
    requests: requests.length,
    allKb: kb(requests),
  };
}

/** Milliseconds to the first row of Today, nothing in the cache. @param {any} storage */
async function onBadLine(storage) {
  const page = await newPage(storage);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: BAD_LINE.latency,
    downloadThroughput: BAD_LINE.throughput,
    uploadThroughput: BAD_LINE.throughput,
  });
  const began = performance.now();
  await page.goto(stack.url, { waitUntil: 'commit' });
  await page.locator('main [data-thing]').first().waitFor();
  const took = performance.now() - began;
  await page.context().close();
  return took;
}

/** @param {Page} page @param {string} address @param {unknown} [body] */
async function ask(page, address, body) {
  const url = `${stack.url}/api/${address}`;
  const answer = await (body === undefined
    ? page.request.get(url)
    : page.request.post(url, { data: body, headers: { origin: stack.url } }));
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

/** A search of its own with as many people. @param {Page} page @param {number} people */
async function aSearchWith(page, people) {
  const { items } = await ask(page, 'searches?status=open&limit=1');
  const { client, office, roleKey, lead } = await ask(page, `searches/${items[0].id}`);
  const { id } = await ask(page, 'searches', {
    clientId: client.id,
    officeId: office.id,
    roleKey,
    leadUserId: lead.id,
    title: 'The board of the benchmark',
  });
  const search = { id, cursor: /** @type {string | null} */ (null) };
  await addPeople(page, search, people);
  return search;
}

/** @param {Page} page @param {{ id: string, cursor: string | null }} search @param {number} people */
async function addPeople(page, search, people) {
  for (let left = people; left > 0;) {
    const after = search.cursor ? `&after=${encodeURIComponent(search.cursor)}` : '';
    const { items, next } = await ask(page, `candidates?limit=${Math.min(100, left)}${after}`);
    for (const { id } of items) await ask(page, `searches/${search.id}/candidacies`, { candidateId: id });
    left -= items.length;
    search.cursor = next;
    if (!next && left > 0) throw new Error('the simulated firm has too few people for this');
  }
}

/** The median of milliseconds from a reload to the first card, with a warm cache. @param {Page} page @param {string} id @param {number} times */
async function reloads(page, id, times) {
  await page.goto(`${stack.url}/searches/${id}`);
  await page.locator('[data-card]').first().waitFor();
  const took = [];
  for (let at = 0; at < times; at += 1) {
    await page.waitForLoadState('networkidle');
    const began = performance.now();
    await page.reload({ waitUntil: 'commit' });
    await page.locator('[data-card]').first().waitFor();
    took.push(performance.now() - began);
  }
  return median(took);
}

/** The longest task of the page while cards go from one column to the next and back. @param {Page} page @param {string} id @param {number} times */
async function drags(page, id, times) {
  await page.goto(`${stack.url}/searches/${id}`);
  await page.locator('[data-card]').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    const long = { longest: 0 };
    Object.assign(window, { long });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.longest = Math.max(long.longest, duration);
    }).observe({ type: 'longtask' });
  });
  const sourced = page.getByRole('region', { name: 'Sourced' });
  const contacted = page.getByRole('region', { name: 'Contacted' });
  for (let at = 0; at < times; at += 1) {
    const [from, to] = at % 2 === 0 ? [sourced, contacted] : [contacted, sourced];
    const before = await to.locator('[data-card]').count();
    await from.locator('[data-card]').first().dragTo(to);
    if (at % 2 === 0) await to.locator('[data-card]').nth(before).waitFor();
    await page.waitForLoadState('networkidle');
  }
  const longest = await page.evaluate(() => /** @type {any} */ (window).long.longest);
  return { drags: times, longest };
}
