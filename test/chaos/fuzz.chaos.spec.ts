import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../tools/lib/postgres.mjs';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { History } from '../factories/history.factory.js';
import { Line } from '../lib/fuzz/line.js';
import { Records } from '../lib/fuzz/records.js';
import { type Request, requestTo, type Target, targetsOf } from '../lib/fuzz/requests.js';
import { type Document, DocumentCheck } from '../lib/fuzz/schema.js';
import { type Mood, Values } from '../lib/fuzz/values.js';
import { MailServer } from '../lib/mail-server.js';
import { seeded } from '../lib/random.js';
import { openTestApi, type TestApi, TEST_PUBLIC_URL } from '../medium/api.js';

const REQUESTS = Number(process.env.CHAOS_REQUESTS ?? 1_500);
const SEED = Number(process.env.CHAOS_SEED ?? 20_261_129);
/** How long one request may hold the thread that answers everybody (and here asks, too). */
const MOST_MS = 1_000;
const DAYS_AGO = (days: number) => new Date(Date.now() - days * 86_400_000);

interface Slow {
  ms: number;
  name: string;
}

let api: TestApi;
let mail: MailServer;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let dataDir: string;
let firms: TestFirm[];
beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-fuzz-'));
  fs.chmodSync(dataDir, 0o755);
  postgres = await startPostgres({ dataDir, durable: false });
  process.env.TEST_DATABASE_URL = postgres.url;
  mail = await MailServer.start();
  api = await openTestApi({ SMTP_URL: `smtp://127.0.0.1:${mail.port}`, SMTP_REQUIRE_TLS: 'no' });
  await api.app.listen(0, '127.0.0.1');
  firms = [await aFirm(api.dataSource), await aFirm(api.dataSource)];
  for (const firm of firms) await live(firm);
}, 120_000);
afterAll(async () => {
  try {
    await api.close(); // throws when a refusal is not documented
  } finally {
    await mail.stop();
    await postgres.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
});

/** A few searches with people at every stage; what else there is comes from the requests themselves. */
async function live(firm: TestFirm): Promise<void> {
  const past = await History.of(api.dataSource, firm);
  for (const confidential of [false, false, true]) {
    const search = await past.search({ openedAt: DAYS_AGO(40), confidential, leadUserId: firm.users.partner.id });
    for (const [at, stage] of Object.keys(firm.stages).entries()) {
      await past.candidacy(search, { stage, at: DAYS_AGO(30 - at) });
    }
  }
}

describe('any request that the document can be read to allow, or not', () => {
  it(
    'gets an answer that the document declares, and holds up nobody else for a second',
    async () => {
      const document = JSON.parse(fs.readFileSync('openapi.json', 'utf8')) as Document;
      const random = seeded(SEED);
      const values = new Values(random, document.components.schemas, Date.now());
      const records = new Records(api.dataSource, firms, random);
      const check = new DocumentCheck(document);
      const line = new Line((api.app.getHttpServer().address() as AddressInfo).port);
      const targets = targetsOf(document);
      const counts: Record<string, number> = {};
      const faults = new Map<string, string>();
      let slowest: Slow[] = [];

      for (let at = 0; at < REQUESTS; at++) {
        if (at % 250 === 0) await records.read();
        if (at % 20 === 0) await records.heal();
        const target = values.pick(targets);
        const mood = values.pick<Mood>(['valid', 'valid', 'valid', 'near', 'near', 'hostile']);
        const request = requestTo(target, mood, values, records.known);
        Object.assign(request.headers, callerOf(values));
        const before = process.threadCpuUsage();
        const answer = await line.send(request);
        const { user, system } = process.threadCpuUsage(before);
        const ms = (user + system) / 1_000;

        const fault = !answer
          ? 'no answer'
          : answer.status >= 500
            ? `${answer.status}`
            : check.faultOf(target.operation, answer);
        counts[answer?.status ?? 'none'] = (counts[answer?.status ?? 'none'] ?? 0) + 1;
        const tooMuch = ms > MOST_MS ? `${Math.round(ms)} ms in the thread that answers` : null;
        for (const found of [fault, tooMuch]) {
          if (found)
            faults.set(
              `${nameOf(target)}: ${found}`,
              `request ${at}, ${inShort(request)} ${answer?.body.toString().slice(0, 300)}`,
            );
        }
        slowest = [...slowest, { ms: Math.round(ms), name: `${nameOf(target)} ${answer?.status}` }]
          .sort((a, b) => b.ms - a.ms)
          .slice(0, 5);
      }
      line.close();

      console.log(
        `seed ${SEED}: ${REQUESTS} requests to ${targets.length} operations, by status ${JSON.stringify(counts)}; ` +
          `slowest, in ms of the thread that answers: ${slowest.map(({ ms, name }) => `${ms} ${name}`).join(', ')}`,
      );
      expect(Object.fromEntries(faults)).toEqual({});
      expect(counts['200']).toBeGreaterThan(REQUESTS / 10);
    },
    60_000 + REQUESTS * 100,
  );
});

const nameOf = ({ method, path: address }: Target): string => `${method} ${address}`;

/** Somebody of one of the firms, most often of the first, or nobody. */
function callerOf(values: Values): Record<string, string> {
  if (values.chance(0.06)) return { origin: TEST_PUBLIC_URL };
  const firm = firms[values.chance(0.9) ? 0 : 1] as TestFirm;
  const { cookie } = values.pick(Object.values(firm.users));
  const origin = values.chance(0.98) ? TEST_PUBLIC_URL : 'https://elsewhere.example';
  return { origin, cookie: values.chance(0.98) ? cookie : `${cookie}x` };
}

const inShort = ({ method, address, headers, body }: Request): string =>
  `${method} ${address.slice(0, 200)} ${headers['content-type'] ?? ''} ${body?.toString().slice(0, 400) ?? ''} ->`;
