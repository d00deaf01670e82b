import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { demand } from '@app/platform/errors/demand.js';
import { mayManageFirm } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DEFAULT_PAGE, pageOf, type Page, type PageRequest } from '@app/platform/lists/page.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { SubscriptionsService, unknownLink } from '@app/notifications/subscriptions.service.js';
import type { Unsubscription } from '@app/notifications/notifications.types.js';
import * as facts from './mail-log.events.js';
import { mayResend, NO_DELIVERIES } from './mail-log.rules.js';
import type { LockedDelivery, MailLogErrorCode, MailLogFigures, MailLogFilter, MailLogItem } from './mail-log.types.js';
import { MailLogRepository, type MailLogRow } from './mail-log.repository.js';

const MAYBE_SENT = 'Held after a restore: it may have been sent since the backup was made';
const NOT_YOURS = 'Only partners and admins can see the email log.';

/** Every mail of the firm, what became of it, what a person decides where nobody can know, and who wants no more of them. */
@Injectable()
export class MailLogService {
  constructor(
    private readonly database: Database,
    private readonly repository: MailLogRepository,
    private readonly audit: AuditService,
    private readonly subscriptions: SubscriptionsService,
  ) {}

  async list(actor: Actor, filter: MailLogFilter, page: PageRequest): Promise<Page<MailLogItem>> {
    demand(mayManageFirm(actor), NOT_YOURS);
    const rows = await this.repository.list(this.database.db, actor, filter, page);
    const { items, next } = pageOf(rows, page.limit ?? DEFAULT_PAGE, ({ dueKey, id }) => [dueKey, id]);
    return { items: items.map(itemOf), next };
  }

  async figures(actor: Actor): Promise<MailLogFigures> {
    demand(mayManageFirm(actor), NOT_YOURS);
    const { counts, ...figures } = await this.repository.figures(this.database.db, actor);
    return {
      ...figures,
      counts: { ...NO_DELIVERIES, ...Object.fromEntries(counts.map((row) => [row.state, row.count])) },
    };
  }

  /** A person decides that a second copy does less harm than none. Answers the new delivery. */
  async resend(actor: Actor, id: string): Promise<MailLogItem> {
    demand(mayManageFirm(actor), NOT_YOURS);
    return this.database.transaction(async (tx) => {
      const old = await this.undecided(tx, actor, id);
      const nextId = newId();
      const host = /@([^>]+)>$/.exec(old.messageId)?.[1] ?? 'localhost';
      await this.repository.insertResend(tx, actor.firmId, old, { id: nextId, messageId: `<em.${nextId}@${host}>` });
      await this.repository.resolve(tx, actor.firmId, id, actor.userId, false);
      await this.audit.fact(tx, actor, {
        fact: facts.DELIVERY_RESENT,
        subject: ['delivery', nextId],
        detail: { resendOf: id },
      });
      return this.item(tx, actor, nextId);
    });
  }

  /** A person knows that the mail arrived. */
  async arrived(actor: Actor, id: string): Promise<MailLogItem> {
    demand(mayManageFirm(actor), NOT_YOURS);
    return this.database.transaction(async (tx) => {
      await this.undecided(tx, actor, id);
      await this.repository.resolve(tx, actor.firmId, id, actor.userId, true);
      await this.audit.fact(tx, actor, {
        fact: facts.DELIVERY_RESOLVED,
        subject: ['delivery', id],
        detail: { arrived: true },
      });
      return this.item(tx, actor, id);
    });
  }

  /** Mails to this person go out again, from the next one on. */
  async lift(actor: Actor, suppressionId: string): Promise<void> {
    demand(mayManageFirm(actor), NOT_YOURS);
    await this.database.transaction(async (tx) => {
      const { firmId, userId } = actor;
      const person = await this.repository.lift(tx, firmId, suppressionId, userId);
      if (!person) {
        throw new DomainError<MailLogErrorCode>('suppression_not_found', 'Emails to this address are not held back.');
      }
      const { subjectType, subjectId } = person;
      await this.audit.fact(tx, actor, { fact: facts.MAIL_ALLOWED_AGAIN, subject: [subjectType, subjectId] });
    });
  }

  /** What the link of a mail is about; changes nothing. Our people have settings, a client's contact is held back. */
  async unsubscription(token: string): Promise<Unsubscription> {
    const link = this.subscriptions.readLink(token);
    if (link.kind !== 'client_feedback') return this.subscriptions.unsubscription(link);
    const found = await this.repository.findAsked(this.database.db, link);
    if (!found) throw unknownLink();
    return { kind: link.kind, subscribed: !found.asked };
  }

  /** Who holds the link ends the mails it came with, or takes that back. However often. */
  async subscribe(token: string, on: boolean): Promise<Unsubscription> {
    const link = this.subscriptions.readLink(token);
    if (link.kind !== 'client_feedback') return this.subscriptions.subscribe(link, on);
    const { kind, firmId, personId } = link;
    await this.database.transaction(async (tx) => {
      if (!(await this.repository.findAsked(tx, link))) throw unknownLink();
      const changed = on
        ? await this.repository.liftAsAsked(tx, link)
        : await this.repository.suppressAsAsked(tx, newId(), link);
      if (!changed) return;
      const fact = on ? facts.MAIL_ALLOWED_AGAIN : facts.MAIL_HELD_BACK;
      const detail = { by: 'recipient' };
      await this.audit.fact(tx, { firmId, userId: null }, { fact, subject: ['contact', personId], detail });
    });
    return { kind, subscribed: on };
  }

  /** Mails that wait for a later moment than now. */
  putOff(actor: Actor): Promise<string[]> {
    demand(mayManageFirm(actor), NOT_YOURS);
    return this.repository.findPutOff(this.database.db, actor.firmId);
  }

  /**
   * After a restore. What was owed in the backup, and what has fallen due and was planned since, may have been sent by the
   * system that is gone. So it is uncertain, and not sent unless a person decides so.
   */
  async withholdAfterRestore(actor: Actor, spared: readonly string[]): Promise<number> {
    demand(mayManageFirm(actor), NOT_YOURS);
    const { firmId } = actor;
    return this.database.transaction(async (tx) => {
      const held = await this.repository.withholdDue(tx, firmId, spared, MAYBE_SENT);
      const about = { subjectType: 'firm', subjectId: firmId, detail: { held } };
      await this.audit.record(tx, actor, { action: facts.DELIVERIES_HELD, ...about });
      return held;
    });
  }

  private async undecided(tx: Transaction, actor: Actor, id: string): Promise<LockedDelivery> {
    const delivery = await this.repository.lock(tx, actor, id);
    if (!delivery) throw notFound();
    const refusal = mayResend(delivery);
    if (refusal) throw new DomainError<MailLogErrorCode>(refusal.code, refusal.sentence);
    return delivery;
  }

  private async item(tx: Transaction, actor: Actor, id: string): Promise<MailLogItem> {
    const row = await this.repository.find(tx, actor, id);
    if (!row) throw notFound();
    return itemOf(row);
  }
}

const notFound = (): DomainError<MailLogErrorCode> =>
  new DomainError('delivery_not_found', 'There is no email with this id.');

function itemOf({ dueKey: _, ...row }: MailLogRow): MailLogItem {
  const undecided = mayResend(row) === null;
  return { ...row, actions: { resend: undecided, arrived: undecided, lift: row.suppression !== null } };
}
