import { Injectable } from '@nestjs/common';
import { clientFeedbackMail } from '@app/mails/client-feedback-mail.js';
import type { MailFrame } from '@app/mails/mails.types.js';
import { healthMail } from '@app/mails/monday-mail.js';
import { digestMail, noticesMail } from '@app/mails/notices-mail.js';
import { DEFAULT_TIMES, quietHoursOf } from '@app/notifications/notifications.rules.js';
import { NotificationsService } from '@app/notifications/notifications.service.js';
import type { Person, PersonKey, UnsubscribeLink } from '@app/notifications/notifications.types.js';
import { SubscriptionsService } from '@app/notifications/subscriptions.service.js';
import { Config } from '@app/platform/config/config.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { nextLoud, type QuietHours } from '@app/platform/time/quiet-hours.js';
import { localDateOf } from '@app/platform/time/zone.js';
import { noticeItemOf } from '@app/notifications/notices.rules.js';
import { RemindersRepository, type ToldDetails } from './reminders.repository.js';
import { bringsEntry, clientRulingOn, rulingOn } from './reminders.rules.js';
import {
  PipelineHealthSource,
  type DueDelivery,
  type DueReminder,
  type ReminderMail,
  type Ruling,
  type Verdict,
} from './reminders.types.js';

type Held = Omit<DueDelivery, 'now'>;

/** What mails are about and whom they are for, read together. */
export interface Told {
  readonly people: ReadonlyMap<string, Person>;
  /** by delivery */
  readonly details: ReadonlyMap<string, readonly ToldDetails[]>;
}

const NOBODY: Ruling = { verdict: { cancelled: true }, cancel: [], toDigest: [], missed: [] };

/** What a mail is about: whether it is still owed, and what it says. */
@Injectable()
export class RemindersService {
  private readonly publicUrl: string;

  constructor(
    private readonly database: Database,
    private readonly reminders: RemindersRepository,
    private readonly notifications: NotificationsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly health: PipelineHealthSource,
    config: Config,
  ) {
    this.publicUrl = config.PUBLIC_URL.replace(/\/+$/, '');
  }

  /**
   * Whether these deliveries still go out, by delivery. Asked in the transaction that claims them; what is not told
   * with them is cancelled, or left to the next digest, in the same commit.
   */
  async verdictsOn(tx: Transaction, due: readonly DueDelivery[]): Promise<Map<string, Verdict>> {
    const reminders = await this.reminders.dueReminders(tx, due);
    const people = await this.peopleOf(tx, due);
    const rulings = new Map<string, Ruling>();
    for (const delivery of due) {
      const of = reminders.filter(({ deliveryId }) => deliveryId === delivery.id);
      const person = people.get(`${delivery.firmId} ${delivery.recipientId}`);
      const ruling = person ? rulingOn(delivery, person, of) : await this.clientRuling(tx, delivery, of);
      rulings.set(delivery.id, ruling);
    }
    const all = [...rulings.values()];
    const [cancel, toDigest] = [all.flatMap((ruling) => ruling.cancel), all.flatMap((ruling) => ruling.toDigest)];
    if (cancel.length > 0) await this.reminders.cancel(tx, cancel);
    const missed = all.flatMap((ruling) => ruling.missed);
    if (toDigest.length > 0) await this.reminders.putOff(tx, toDigest, missed);
    const left = new Set([...cancel, ...toDigest]);
    const entries = reminders.filter(
      ({ id, deliveryId, kind }) =>
        bringsEntry(kind) && !left.has(id) && 'send' in (rulings.get(deliveryId)?.verdict ?? {}),
    );
    if (entries.length > 0) {
      await this.reminders.noteVersions(
        tx,
        entries.map(({ id }) => id),
      );
    }
    return new Map([...rulings].map(([id, { verdict }]) => [id, verdict]));
  }

  /** What these mails are to say, in two statements however many they are. */
  async toldIn(db: Transaction, held: readonly Held[]): Promise<Told> {
    const people = await this.peopleOf(db, held);
    const rows = await this.reminders.details(db, held);
    const details = new Map<string, ToldDetails[]>();
    for (const row of rows) {
      const of = details.get(row.deliveryId);
      if (of) of.push(row);
      else details.set(row.deliveryId, [row]);
    }
    return { people, details };
  }

  /** Null when nothing is left to be told. */
  async compose(held: Held, told?: Told): Promise<ReminderMail | null> {
    if (held.form === 'client_feedback') return this.clientMail(held);
    const { people, details: all } = told ?? (await this.toldIn(this.database.db, [held]));
    const person = people.get(`${held.firmId} ${held.recipientId}`);
    if (!person) return null;
    if (held.form === 'pipeline_health') {
      const { firmId, userId, role } = person;
      const health = await this.health.pipelineHealth({ firmId, userId, role });
      const link = { kind: 'pipeline_health', firmId, personId: userId } as const;
      const mail = await healthMail(this.frameOf(person, link, health.at), health, held.dueAt);
      return { ...mail, headers: this.subscriptions.unsubscribeHeaders(link) };
    }
    const details = all.get(held.id) ?? [];
    const now = details[0]?.now;
    if (!now) return null;
    const quiet = quietHoursOf(person);
    const digest = held.form === 'daily_digest';
    const items = details.map((detail) =>
      noticeItemOf(detail, digest ? now : nextLoud(detail.dueAt, quiet), now, person.timeZone),
    );
    if (!digest) return { ...(await noticesMail(this.frameOf(person, null, now), items)), headers: {} };
    const date = localDateOf(held.dueAt, person.timeZone);
    const link = { kind: 'daily_digest', firmId: held.firmId, personId: person.userId } as const;
    const mail = await digestMail(this.frameOf(person, link, now), { date, items });
    return { ...mail, headers: this.subscriptions.unsubscribeHeaders(link) };
  }

  private async clientMail(held: Held): Promise<ReminderMail | null> {
    const { firmId, contactId, toName } = held;
    const asked = await this.reminders.feedbackAsked(this.database.db, held);
    if (!asked || !contactId) return null;
    const { firmName, simulated, timeZone, now, ...request } = asked;
    const link = { kind: 'client_feedback', firmId, personId: contactId } as const;
    const frame = this.frameOf({ name: toName, firmName, simulated, timeZone }, link, now);
    return { ...(await clientFeedbackMail(frame, request)), headers: this.subscriptions.unsubscribeHeaders(link) };
  }

  private async clientRuling(tx: Transaction, due: DueDelivery, reminders: readonly DueReminder[]): Promise<Ruling> {
    const calendar = due.contactId ? await this.reminders.officeOfDelivery(tx, due) : null;
    if (!calendar) return NOBODY;
    const quiet: QuietHours = quietHoursOf({ times: DEFAULT_TIMES, calendar });
    return clientRulingOn(due, quiet, reminders);
  }

  private async peopleOf(tx: Transaction, due: readonly Held[]): Promise<Map<string, Person>> {
    const keys = new Map<string, PersonKey>(
      due.flatMap(({ firmId, recipientId: userId }) => (userId ? [[`${firmId} ${userId}`, { firmId, userId }]] : [])),
    );
    const people = keys.size > 0 ? await this.notifications.people(tx, [...keys.values()]) : [];
    return new Map(people.map((person) => [`${person.firmId} ${person.userId}`, person]));
  }

  private frameOf(
    { name, firmName, simulated, timeZone }: Pick<Person, 'name' | 'firmName' | 'simulated' | 'timeZone'>,
    link: UnsubscribeLink | null,
    now: Date,
  ): MailFrame {
    const unsubscribeUrl = link && this.subscriptions.unsubscribePage(link);
    return { publicUrl: this.publicUrl, recipientName: name, firmName, simulated, timeZone, now, unsubscribeUrl };
  }
}
