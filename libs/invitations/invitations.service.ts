import { createHash, randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { AttemptsService } from '@app/attempts/attempts.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Config } from '@app/platform/config/config.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { firmByFirm } from '@app/platform/firms/firm-by-firm.js';
import { Mailer } from '@app/platform/mail/mailer.js';
import { announce } from '@app/platform/announcements/announcements.js';
import { Clock } from '@app/platform/time/clock.js';
import { invitationMail } from './invitation-mail.js';
import { INVITATION_ASKED } from './invitations.events.js';
import { InvitationsRepository, type OwedInvitation } from './invitations.repository.js';
import { type HeldInvitation, INVITATION_DAYS, type InvitationsErrorCode } from './invitations.types.js';

const BATCH = 20;

/** Links by which somebody joins a firm. Who may ask whom, and what joining means, is for `users` to say. */
@Injectable()
export class InvitationsService {
  private readonly logger = new Logger('Invitations');

  constructor(
    private readonly database: Database,
    private readonly repository: InvitationsRepository,
    private readonly attempts: AttemptsService,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Asks this user to join, or asks again. The mail follows after the commit. */
  async ask(tx: Transaction, { firmId, userId: by }: Actor, userId: string): Promise<void> {
    await this.repository.ask(tx, firmId, { id: newId(), userId, by, at: this.clock.now() });
    await announce(tx, firmId, INVITATION_ASKED, userId);
  }

  /** They are not to join, after all; whoever may invite may ask them again. */
  async takeBack(tx: Transaction, firmId: string, userId: string): Promise<void> {
    await this.repository.takeBack(tx, firmId, { id: newId(), userId, at: this.clock.now() });
  }

  /** Whether the last that became of asking them is that it was taken back. */
  isTakenBack(tx: Transaction, firmId: string, userId: string): Promise<boolean> {
    return this.repository.isTakenBack(tx, firmId, userId);
  }

  /** The link is worth nothing any more. */
  async end(tx: Transaction, firmId: string, userId: string): Promise<void> {
    await this.repository.end(tx, firmId, userId);
  }

  async find(token: string): Promise<HeldInvitation> {
    const { db } = this.database;
    return (await this.repository.held(db, hashOf(token))) ?? this.refuse(db, token);
  }

  /** The same, with the invitation and its user locked until the commit. */
  async lock(tx: Transaction, token: string): Promise<HeldInvitation> {
    return (await this.repository.held(tx, hashOf(token), true)) ?? this.refuse(tx, token);
  }

  /** Somebody has joined with this link; who comes with it again, because an answer was lost, is told so. */
  async use(tx: Transaction, firmId: string, userId: string): Promise<void> {
    await this.repository.use(tx, firmId, userId);
  }

  /**
   * Sends every mail that is owed. Run twice, or by two workers, somebody may get two mails: then the link in the
   * later one counts. Nothing of it can be told apart from being asked again.
   */
  async sendOwed(): Promise<number> {
    let sent = 0;
    for (;;) {
      const owed = await this.database.transaction((tx) => this.repository.takeOwed(tx, BATCH));
      const firms = owed.map(({ firmId }) => firmId);
      await firmByFirm(this.database.db, 'invitations', firms, async (firmId) => {
        for (const one of owed.filter((row) => row.firmId === firmId)) if (await this.send(one)) sent += 1;
      });
      if (owed.length < BATCH) return sent;
    }
  }

  private async refuse(db: Transaction, token: string): Promise<never> {
    throw (await this.repository.isUsed(db, hashOf(token))) ? used() : spent();
  }

  private async send({ firmId, id, name, email, firmName, inviterName }: OwedInvitation): Promise<boolean> {
    const wait = await this.attempts.invitationWait(firmId, email);
    if (wait > 0) {
      await this.database.transaction((tx) => this.repository.postpone(tx, firmId, id, wait));
      return false;
    }
    const token = randomBytes(32).toString('base64url');
    const tokenHash = hashOf(token);
    if (!(await this.database.transaction((tx) => this.repository.giveToken(tx, firmId, id, tokenHash)))) return false;
    const letter = { to: { name, address: email }, firmName, inviterName, token };
    const mail = invitationMail(letter, this.config.PUBLIC_URL);
    const host = /@([^\s>]+)/.exec(this.config.MAIL_FROM)?.[1] ?? 'localhost';
    const result = await this.mailer.deliver(
      { ...mail, messageId: `<invitation.${newId()}@${host}>` },
      { beforeData: () => Promise.resolve() },
    );
    const end = result.kind === 'accepted' ? 'sent' : result.kind === 'refused' ? 'refused' : null;
    if (end) await this.database.transaction((tx) => this.repository.settle(tx, firmId, tokenHash, end));
    if (end !== 'sent') this.logger.warn(`the mail of invitation ${id} was not sent: ${result.kind}`);
    return end === 'sent';
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

const spent = (): DomainError<InvitationsErrorCode> =>
  new DomainError(
    'invitation_spent',
    `This link has been used or withdrawn, or is more than ${INVITATION_DAYS} days old. Ask whoever invited you for a new one.`,
  );

const used = (): DomainError<InvitationsErrorCode> =>
  new DomainError('invitation_used', 'You have already joined with this link. Sign in with your password.');
