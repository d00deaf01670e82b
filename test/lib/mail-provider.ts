import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What may go wrong with one request. */
export type ProviderFault =
  | 'cut before reading'
  | 'accepted, answer lost'
  | 'accepted, answer hangs'
  | '429'
  | '429 quota'
  | '500'
  | '503, accepted'
  | '401'
  | '422';

export interface ProvidedMail {
  readonly key: string;
  readonly id: string;
  readonly body: string;
}

/** A provider's HTTP API with idempotency keys, that misbehaves on command. */
export class MailProvider {
  /** Mails that went out: one per key. */
  readonly sent: ProvidedMail[] = [];
  readonly requests: { key: string; authorization: string; body: string; socket: number }[] = [];
  /** Same key, other body: what must never be asked for. */
  contradictions = 0;
  /** Requests that were honoured and whose sender was not told so. */
  lostAnswers = 0;
  /** How long a mail is here before its sender is told. */
  answerMs = 0;
  nextFault: () => ProviderFault | null = () => null;

  private sockets = 0;
  private readonly server: Server;
  private readonly numbers = new WeakMap<object, number>();

  private constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
    this.server.on('connection', (socket) => this.numbers.set(socket, (this.sockets += 1)));
  }

  static async start(): Promise<MailProvider> {
    const provider = new MailProvider();
    await new Promise<void>((resolve) => provider.server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  plan(...faults: (ProviderFault | null)[]): void {
    this.nextFault = () => faults.shift() ?? null;
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = this.nextFault();
    if (fault === 'cut before reading') return void request.socket.destroy();
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const body = Buffer.concat(chunks).toString();
    const key = String(request.headers['idempotency-key']);
    const authorization = String(request.headers.authorization);
    this.requests.push({ key, authorization, body, socket: this.numbers.get(request.socket) ?? 0 });
    const say = (status: number, document: object, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(document));
    };
    if (fault === '401') return say(401, { name: 'missing_api_key', message: 'Missing API key' });
    if (fault === '422') return say(422, { name: 'validation_error', message: 'Invalid `to` field.' });
    if (fault === '429') return say(429, { name: 'rate_limit_exceeded', message: 'Too many' }, { 'retry-after': '1' });
    if (fault === '429 quota') {
      return say(429, { name: 'daily_quota_exceeded', message: 'Tomorrow' }, { 'retry-after': '7200' });
    }
    if (fault === '500') return say(500, { name: 'internal_server_error', message: 'Oops' });

    const before = this.sent.find((mail) => mail.key === key);
    if (before && before.body !== body) {
      this.contradictions += 1;
      return say(409, { name: 'invalid_idempotent_request', message: 'Same key, other body' });
    }
    const mail = before ?? { key, id: `simulated-${this.sent.length + 1}`, body };
    if (!before) this.sent.push(mail);
    if (fault) this.lostAnswers += 1;
    if (fault === 'accepted, answer lost') return void request.socket.destroy();
    if (fault === 'accepted, answer hangs') return;
    if (fault === '503, accepted') return say(503, { name: 'service_unavailable', message: 'Later' });
    setTimeout(() => say(200, { id: mail.id }), this.answerMs);
  }
}
