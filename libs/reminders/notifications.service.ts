import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import type { NoticeItem } from '@app/mails/mails.types.js';
import { Config } from '@app/platform/config/config.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { DEFAULT_PAGE, pageOf, readCursor, type Page, type PageRequest } from '@app/platform/database/page.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import { noticeItemOf } from './notices.rules.js';
import { NotificationsRepository, type ReaderRow } from './notifications.repository.js';
import { RemindersRepository } from './reminders.repository.js';
import {
  DEFAULT_TIMES,
  MAIL_SENTENCES,
  mailStateOf,
  modesOf,
  refusedModes,
  settingsOf,
  withTimes,
} from './reminders.rules.js';
import type {
  ChangeSettings,
  MyReminder,
  MyReminderRow,
  NotificationSettings,
  Reader,
  ReminderErrorCode,
  Unsubscribable,
  UnsubscribeLink,
  Unsubscription,
  UserLink,
} from './reminders.types.js';

const MAC_BYTES = 16;
/** A link holds the place of its kind in here. */
const UNSUBSCRIBABLE: readonly Unsubscribable[] = ['daily_digest', 'pipeline_health', 'client_feedback'];

type Person = Pick<Reader, 'firmId' | 'userId'>;

/** What people chose to hear of, and when; and the one click that ends a mail. */
@Injectable()
export class NotificationsService {
  private readonly publicUrl: string;
  private readonly secret: Buffer;

  constructor(
    private readonly database: Database,
    private readonly repository: NotificationsRepository,
    private readonly facts: RemindersRepository,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.publicUrl = config.PUBLIC_URL.replace(/\/+$/, '');
    this.secret = createHmac('sha256', config.AUTH_SECRET).update('unsubscribe').digest();
  }

  /** These people with what they chose, the defaults filled in. */
  async readers(reader: Transaction, people: readonly Person[]): Promise<Reader[]> {
    const rows = await this.repository.readers(reader, people);
    return rows.map(readerOf);
  }

  async read(actor: Actor): Promise<NotificationSettings> {
    return this.settings(this.database.reader, personOf(actor));
  }

  async change(actor: Actor, { version, modes = {}, ...times }: ChangeSettings): Promise<NotificationSettings> {
    const refused = refusedModes(modes);
    if (refused) throw new DomainError<ReminderErrorCode>('mode_not_possible', refused);
    const person = personOf(actor);
    return this.database.transaction(async (tx) => {
      const [row] = await this.repository.readers(tx, [person]);
      const now = withTimes(row?.times ?? DEFAULT_TIMES, times);
      if (!(await this.repository.saveTimes(tx, person, version, now))) {
        throw new DomainError<ReminderErrorCode>(
          'stale_version',
          'These settings were changed elsewhere in the meantime. Review them, then save again.',
          { current: await this.settings(tx, person) },
        );
      }
      await this.repository.saveModes(tx, person, modes);
      if (Object.keys(times).length > 0) await this.repository.lookAgain(tx, person.firmId, person.userId);
      const off = Object.entries(modes).flatMap(([kind, mode]) => (mode === 'off' ? [kind] : []));
      if (off.length > 0) await this.repository.dropWaiting(tx, person, off);
      return this.settings(tx, person);
    });
  }

  /** The working days or holidays of an office have changed, and with them the quiet hours of its people. */
  async lookAgain(firmId: string): Promise<void> {
    await this.database.transaction((tx) => this.repository.lookAgain(tx, firmId, null));
  }

  /** A person's own reminders, the latest first. */
  async myReminders(actor: Actor, { after, limit = DEFAULT_PAGE }: PageRequest): Promise<Page<MyReminder>> {
    const cursor = readCursor(after, ['moment', 'uuid']);
    const { reader } = this.database;
    const rows = await this.repository.reminders(reader, personOf(actor), limit + 1, cursor);
    const { items, next } = pageOf(rows, limit, ({ key, id }) => [key, id]);
    const [person] = await this.readers(reader, [personOf(actor)]);
    const ids = items.map(({ id }) => id);
    const facts = ids.length > 0 ? await this.facts.factsOf(reader, actor.firmId, ids) : [];
    const known = new Map(facts.map((fact) => [fact.id, fact]));
    const zone = person?.timeZone ?? 'UTC';
    return {
      items: items.flatMap((row) => {
        const fact = known.get(row.id);
        return fact ? [myReminderOf(row, noticeItemOf(fact, fact.dueAt, fact.dueAt, zone))] : [];
      }),
      next,
    };
  }

  unseen(actor: Actor): Promise<number> {
    return this.repository.unseen(this.database.reader, personOf(actor));
  }

  /** These, or all when none are named. */
  async markSeen(actor: Actor, ids: readonly string[] | null): Promise<number> {
    return this.database.transaction(async (tx) => {
      await this.repository.markSeen(tx, personOf(actor), ids);
      return this.repository.unseen(tx, personOf(actor));
    });
  }

  /** A page that asks first. */
  unsubscribePage(link: UnsubscribeLink): string {
    return `${this.publicUrl}/unsubscribe?token=${this.tokenOf(link)}`;
  }

  /** RFC 8058: mail programs show a button that posts to the address of the page. */
  unsubscribeHeaders(link: UnsubscribeLink): Record<string, string> {
    if (!this.publicUrl.startsWith('https://')) return {};
    return {
      'List-Unsubscribe': `<${this.unsubscribePage(link)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
  }

  /** Says what the link is about; changes nothing. */
  async unsubscription({ kind, firmId, personId }: UserLink): Promise<Unsubscription> {
    const [reader] = await this.readers(this.database.reader, [{ firmId, userId: personId }]);
    if (!reader) throw unknownLink();
    return { kind, subscribed: reader.modes[kind] !== 'off' };
  }

  /** Switches the mail of this link off, or on again. However often. */
  async subscribe({ kind, firmId, personId }: UserLink, on: boolean): Promise<Unsubscription> {
    const person = { firmId, userId: personId };
    await this.database.transaction(async (tx) => {
      const [reader] = await this.repository.readers(tx, [person]);
      if (!reader) throw unknownLink();
      await this.repository.saveModes(tx, person, { [kind]: on ? 'immediate' : 'off' });
    });
    return { kind, subscribed: on };
  }

  /** The link that was signed here. */
  readLink(token: string): UnsubscribeLink {
    const bytes = Buffer.from(token, 'base64url');
    const payload = bytes.subarray(0, 33);
    const kind = UNSUBSCRIBABLE[payload[0] ?? -1];
    const whole = bytes.length === 33 + MAC_BYTES && bytes.toString('base64url') === token;
    if (!whole || !kind || !timingSafeEqual(bytes.subarray(33), this.mac(payload))) throw unknownLink();
    return { kind, firmId: uuidAt(payload, 1), personId: uuidAt(payload, 17) };
  }

  private async settings(reader: Transaction, person: Person): Promise<NotificationSettings> {
    const [row] = await this.repository.readers(reader, [person]);
    if (!row) throw new DomainError<ReminderErrorCode>('settings_not_found', 'There are no settings for you.');
    return settingsOf({ ...readerOf(row), version: row.version }, this.clock.now());
  }

  /** Ids and a kind, signed: no name, no address, and nothing to guess. */
  private tokenOf({ kind, firmId, personId }: UnsubscribeLink): string {
    const ids = Buffer.from((firmId + personId).replaceAll('-', ''), 'hex');
    const payload = Buffer.concat([Buffer.from([UNSUBSCRIBABLE.indexOf(kind)]), ids]);
    return Buffer.concat([payload, this.mac(payload)]).toString('base64url');
  }

  private mac(payload: Buffer): Buffer {
    return createHmac('sha256', this.secret).update(payload).digest().subarray(0, MAC_BYTES);
  }
}

/** The system has no reminders of its own. */
const personOf = ({ firmId, userId }: Actor): Person => ({ firmId, userId: userId ?? firmId });

const readerOf = ({ times, chosen, version: _version, ...row }: ReaderRow): Reader => ({
  ...row,
  times: times ?? DEFAULT_TIMES,
  modes: modesOf(chosen),
});

function myReminderOf(row: MyReminderRow, item: NoticeItem): MyReminder {
  const { severity, group, about, sentence, nextStep, path, at } = item;
  const mail = mailStateOf(row);
  const words = { severity, group, about, sentence, nextStep, path, at };
  const { id, kind, dueAt, seenAt } = row;
  return { id, kind, ...words, dueAt, seenAt, mail, mailSentence: MAIL_SENTENCES[mail] };
}

function uuidAt(bytes: Buffer, start: number): string {
  const hex = bytes.subarray(start, start + 16).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export const unknownLink = (): DomainError =>
  new DomainError<ReminderErrorCode>(
    'unknown_unsubscribe_link',
    'This link is incomplete. Use the one in the email, or change your notifications in the settings.',
  );
