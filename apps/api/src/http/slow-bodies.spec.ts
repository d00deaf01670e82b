import { once } from 'node:events';
import net from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { endSlowBodies, type Patience } from './slow-bodies.js';

const PATIENCE: Patience = { everyMs: 20, bodyMs: 200, share: 2_000, atOnce: 3 };

let server: FastifyInstance;
const lines: net.Socket[] = [];
afterEach(async () => {
  for (const line of lines.splice(0)) line.destroy();
  await server.close();
});

async function open(patience: Partial<Patience> = {}): Promise<void> {
  server = fastify();
  endSlowBodies(server, { ...PATIENCE, ...patience });
  server.addContentTypeParser('multipart/form-data', (_request, payload, done) => {
    payload
      .resume()
      .on('end', () => done(null, 'all'))
      .on('error', done);
  });
  server.post('/', () => ({ done: true }));
  await server.listen({ port: 0, host: '127.0.0.1' });
}

/** Begins a request of a megabyte and sends pieces of it for as long as the other side listens. */
function send(type: string, piece: string, everyMs: number) {
  const line = net.connect((server.server.address() as net.AddressInfo).port, '127.0.0.1');
  lines.push(line);
  line.on('error', () => undefined);
  line.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\ncontent-length: 1000000\r\n\r\n`);
  const drip = setInterval(() => line.write(piece), everyMs);
  const state = { line, answer: '', closed: once(line, 'close').then(() => clearInterval(drip)) };
  line.on('data', (bytes) => (state.answer += bytes.toString()));
  return state;
}

const isRefused = (answer: string) => {
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toMatch(/content-type: application\/problem\+json/i);
  expect(answer).toMatch(/connection: close/i);
  expect(answer).toContain('"code":"too_slow"');
};

describe('a body that hardly comes', () => {
  it('is ended with a problem, however steadily it drips', async () => {
    await open();
    const sender = send('application/json', 'x', 10);

    await sender.closed;

    isRefused(sender.answer);
  });

  it('is ended when it is a form that brings less than its share', async () => {
    await open();
    const sender = send('multipart/form-data; boundary=x', 'x', 10);

    await sender.closed;

    isRefused(sender.answer);
  });

  it('is waited for when it is a form that brings its share, until all of it is there', async () => {
    await open();
    const sender = send('multipart/form-data; boundary=x', 'x'.repeat(20_000), 10);

    await once(sender.line, 'data');

    expect(sender.answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('is one of a few from the same address', async () => {
    await open({ bodyMs: 600_000 });
    const senders = Array.from({ length: 5 }, () => send('application/json', 'x', 10));
    let ended = 0;

    await new Promise<void>((resolve) => {
      for (const { closed } of senders) void closed.then(() => (++ended === 2 ? resolve() : undefined));
    });

    const answers = senders.map(({ answer }) => answer).filter(Boolean);
    expect(answers).toHaveLength(2);
    for (const answer of answers) isRefused(answer);
  });
});
