// @ts-check
// Catches mail instead of delivering it: an SMTP server that keeps what it is given, and a page to read it on.
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { listPage, messagePage } from './pages.mjs';

const KEPT = 2_000;
/** A caught mail shows itself, loads nothing and runs nothing; its links open in a tab of their own. */
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * @typedef {object} Caught
 * @property {number} id
 * @property {Date} at
 * @property {string} from
 * @property {string[]} to addresses of the envelope
 * @property {string} subject
 * @property {string} messageId
 * @property {string} html
 * @property {string} text
 * @property {string} source
 */

/** What a mail came with, as it is kept in a file. @typedef {Pick<Caught, 'id' | 'from' | 'to' | 'source'> & { at: string }} Kept */

/**
 * @param {{ smtpPort?: number, httpPort?: number, folder?: string }} [options] port 0: any free one; `folder`: keeps the
 *   mails from one start to the next
 * @returns {Promise<{ smtpUrl: string, url: string, messages: Caught[], stop: () => Promise<void> }>}
 */
export async function startMailbox({ smtpPort = 0, httpPort = 0, folder } = {}) {
  /** Newest last. */
  const messages = await readKept(folder);
  let last = messages.at(-1)?.id ?? 0;

  /** @param {Buffer} bytes @param {import('smtp-server').SMTPServerEnvelope} envelope */
  const take = async (bytes, { mailFrom, rcptTo }) => {
    const kept = {
      id: (last += 1),
      at: new Date().toISOString(),
      from: mailFrom ? mailFrom.address : '',
      to: rcptTo.map(({ address }) => address),
      source: bytes.toString('utf8'),
    };
    messages.push(await open(kept));
    if (folder) fs.writeFileSync(fileOf(folder, kept.id), JSON.stringify(kept), { mode: 0o600 });
    const { id } = messages.length > KEPT ? (messages.shift() ?? {}) : {};
    if (folder && id) fs.rmSync(fileOf(folder, id), { force: true });
  };

  const smtp = new SMTPServer({
    hideSTARTTLS: true,
    disabledCommands: ['AUTH'],
    disableReverseLookup: true,
    closeTimeout: 500,
    logger: false,
    onData(stream, session, done) {
      /** @type {Buffer[]} */
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', async () => {
        try {
          await take(Buffer.concat(chunks), session.envelope);
          done();
        } catch (error) {
          done(error instanceof Error ? error : new Error(String(error)));
        }
      });
    },
  });
  smtp.on('error', () => undefined); // a client that hangs up is its own business
  const smtpServer = smtp.listen(smtpPort, '127.0.0.1');
  await once(smtpServer, 'listening');

  const web = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://mailbox.test');
    const [, id, part] = /^\/messages\/(\d+)(?:\/(html|source))?$/.exec(pathname) ?? [];
    const message = messages.find((caught) => caught.id === Number(id));
    if (pathname === '/') return send(response, 'text/html', listPage([...messages].reverse()), PAGE_POLICY);
    if (pathname === '/messages.json') return send(response, 'application/json', JSON.stringify(messages));
    if (!message) return send(response, 'text/plain', 'There is no such mail.', PAGE_POLICY, 404);
    if (part === 'html') return send(response, 'text/html', `<base target="_blank">${message.html}`, MAIL_POLICY);
    if (part === 'source') return send(response, 'text/plain', message.source);
    return send(response, 'text/html', messagePage(message), PAGE_POLICY);
  });
  web.listen(httpPort, '127.0.0.1');
  await once(web, 'listening');

  return {
    smtpUrl: `smtp://127.0.0.1:${portOf(smtpServer)}`,
    url: `http://127.0.0.1:${portOf(web)}`,
    messages,
    stop: async () => {
      web.closeAllConnections();
      await Promise.all([
        new Promise((resolve) => web.close(resolve)),
        new Promise((resolve) => smtp.close(() => resolve(undefined))),
      ]);
    },
  };
}

/** @param {Kept} kept @returns {Promise<Caught>} */
async function open(kept) {
  const { subject = '', messageId = '', html = '', text = '' } = await PostalMime.parse(kept.source);
  return { ...kept, at: new Date(kept.at), subject, messageId, html, text };
}

/** @param {string} folder @param {number} id */
const fileOf = (folder, id) => path.join(folder, `${id}.json`);

/** A file that is no mail, such as one that a crash cut short, is passed over. @param {string | undefined} folder */
async function readKept(folder) {
  if (!folder) return [];
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ids = fs.readdirSync(folder).map((name) => Number.parseInt(name, 10));
  const read = ids
    .filter(Number.isInteger)
    .sort((a, b) => a - b)
    .slice(-KEPT)
    .map(async (id) => open(/** @type {Kept} */ (JSON.parse(fs.readFileSync(fileOf(folder, id), 'utf8')))));
  return (await Promise.allSettled(read)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/** @param {import('node:net').Server} server */
const portOf = (server) => /** @type {import('node:net').AddressInfo} */ (server.address()).port;

/** @param {http.ServerResponse} response @param {string} type @param {string} body @param {string} [policy] @param {number} [status] */
function send(response, type, body, policy = "default-src 'none'", status = 200) {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(body);
}
