import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What may go wrong with one mail, in the order of the protocol. */
export type Fault =
  | 'cut at MAIL'
  | '451 at RCPT'
  | '550 at RCPT'
  | '550 5.1.1 at RCPT'
  | 'hang at DATA'
  | 'cut in DATA'
  | '451 after DATA'
  | '550 after DATA'
  | 'cut before 250'
  | 'hang before 250'
  /** Answers when the test says `letGo()`. */
  | 'wait before 250';

export interface ReceivedMail {
  readonly to: string;
  readonly source: string;
  readonly messageId: string;
}

/** A real SMTP server that keeps what it accepted and misbehaves on command. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  readonly envelopes: string[] = [];
  /** Asked once per mail, at MAIL FROM. */
  nextFault: () => Fault | null = () => null;

  letGo: () => void = () => undefined;
  /** Mails that were taken and whose sender was not told. */
  lostAnswers = 0;
  /** How long a mail is here before its sender is told. */
  answerMs = 0;

  private readonly faults = new Map<string, Fault | null>();
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      hideSTARTTLS: true,
      disabledCommands: ['AUTH'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onMailFrom: (address, session, done) => {
        const fault = this.nextFault();
        this.faults.set(session.id, fault);
        this.envelopes.push(address.address);
        if (fault === 'cut at MAIL') this.cut(session);
        else done();
      },
      onRcptTo: (_address, session, done) => {
        const fault = this.faults.get(session.id);
        if (fault === '451 at RCPT') done(refusal(451));
        else if (fault === '550 at RCPT') done(refusal(550));
        else if (fault === '550 5.1.1 at RCPT') done(refusal(550, '5.1.1 no such mailbox'));
        else done();
      },
      onData: (stream, session, done) => {
        const fault = this.faults.get(session.id);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          if (fault === 'cut in DATA') this.cut(session);
        });
        stream.on('error', () => undefined);
        stream.on('end', () => {
          if (fault === 'hang at DATA' || fault === 'cut in DATA') return;
          if (fault === '451 after DATA') return done(refusal(451));
          if (fault === '550 after DATA') return done(refusal(550));
          const source = Buffer.concat(chunks).toString();
          const messageId = /^message-id:\s*(<[^>]+>)/im.exec(source)?.[1] ?? '';
          this.received.push({ to: session.envelope.rcptTo[0]?.address ?? '', source, messageId });
          if (fault === 'cut before 250') {
            this.lostAnswers += 1;
            this.cut(session);
          } else if (fault === 'wait before 250') this.letGo = () => done();
          else if (fault !== 'hang before 250') setTimeout(() => done(), this.answerMs);
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  static async start(port = 0): Promise<MailServer> {
    const mail = new MailServer();
    await new Promise<void>((resolve) => mail.server.listen(port, '127.0.0.1', resolve));
    return mail;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** The next mails meet these faults, one each. */
  plan(...faults: (Fault | null)[]): void {
    this.nextFault = () => faults.shift() ?? null;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private cut(session: SMTPServerSession): void {
    const connections = this.server.connections as Set<{ id: string; _socket: { destroy(): void } }>;
    for (const connection of connections) if (connection.id === session.id) connection._socket.destroy();
  }
}

function refusal(responseCode: number, words = 'as the test asked'): Error {
  return Object.assign(new Error(words), { responseCode });
}
