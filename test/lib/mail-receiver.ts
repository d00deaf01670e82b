import { MailProvider, type ProviderFault } from './mail-provider.js';
import { MailServer, type Fault } from './mail-server.js';

/** As real ones do, they take their time: most kills come while a mail has arrived and its sender does not know. */
const ANSWER_MS = 10;

/** Where mails are handed over to, as a chaos test sees it: it misbehaves at random and knows what really arrived. */
export interface MailReceiver {
  readonly transport: 'smtp' | 'resend';
  /** What makes a process send this way. */
  readonly settings: Readonly<Record<string, string>>;
  /** Faults asked for so far. */
  readonly faults: number;
  /** Mails taken whose sender was told nothing, and was not killed either. */
  readonly lostAnswers: number;
  /** How often something was handed over, whatever became of it. */
  readonly attempts: number;
  /** The Message-ID of every mail that went out, as often as it did. */
  readonly arrived: readonly string[];
  misbehave(random: () => number): void;
  behave(): void;
  stop(): Promise<void>;
}

export class SmtpReceiver implements MailReceiver {
  readonly transport = 'smtp';
  faults = 0;

  private constructor(
    readonly server: MailServer,
    private readonly connections: number,
  ) {}

  static async open(connections: number): Promise<SmtpReceiver> {
    return new SmtpReceiver(await MailServer.start(), connections);
  }

  get settings() {
    return {
      SMTP_URL: this.server.url,
      SMTP_REQUIRE_TLS: 'no',
      MAIL_CONNECTIONS: String(this.connections),
    };
  }

  get lostAnswers(): number {
    return this.server.lostAnswers;
  }

  get attempts(): number {
    return this.server.envelopes.length;
  }

  get arrived(): string[] {
    return this.server.received.map(({ messageId }) => messageId);
  }

  misbehave(random: () => number): void {
    this.server.answerMs = ANSWER_MS;
    this.server.nextFault = () => {
      const fault = oneOf<Fault>(random(), [
        [0.05, 'cut at MAIL'],
        [0.025, '451 at RCPT'],
        [0.025, '451 after DATA'],
        [0.02, 'cut before 250'],
      ]);
      if (fault) this.faults += 1;
      return fault;
    };
  }

  behave(): void {
    this.server.nextFault = () => null;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

/** With idempotency keys: what a key says is sent once, however often it is asked for. */
export class ProviderReceiver implements MailReceiver {
  readonly transport = 'resend';
  faults = 0;

  private constructor(
    readonly provider: MailProvider,
    private readonly connections: number,
  ) {}

  static async open(connections: number): Promise<ProviderReceiver> {
    return new ProviderReceiver(await MailProvider.start(), connections);
  }

  get settings() {
    return {
      MAIL_TRANSPORT: this.transport,
      MAIL_API_URL: this.provider.url,
      MAIL_API_KEY: 're_simulated',
      MAIL_CONNECTIONS: String(this.connections),
    };
  }

  get lostAnswers(): number {
    return this.provider.lostAnswers;
  }

  get attempts(): number {
    return this.provider.requests.length;
  }

  /** Read from the mails themselves, not from their keys: two keys for one mail would be two mails. */
  get arrived(): string[] {
    return this.provider.sent.map(
      ({ body }) => (JSON.parse(body) as { headers: Record<string, string> }).headers['Message-ID'] ?? '',
    );
  }

  misbehave(random: () => number): void {
    this.provider.answerMs = ANSWER_MS;
    this.provider.nextFault = () => {
      const fault = oneOf<ProviderFault>(random(), [
        [0.05, 'cut before reading'],
        [0.02, 'accepted, answer lost'],
        [0.025, '500'],
        [0.025, '503, accepted'],
      ]);
      if (fault) this.faults += 1;
      return fault;
    };
  }

  behave(): void {
    this.provider.nextFault = () => null;
  }

  stop(): Promise<void> {
    return this.provider.stop();
  }
}

function oneOf<T>(roll: number, shares: readonly (readonly [number, T])[]): T | null {
  let rest = roll;
  for (const [share, thing] of shares) {
    if (rest < share) return thing;
    rest -= share;
  }
  return null;
}
