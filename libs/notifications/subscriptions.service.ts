import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { NotificationsRepository } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import {
  UNSUBSCRIBABLE,
  type NotificationsErrorCode,
  type UnsubscribeLink,
  type Unsubscription,
  type UserLink,
} from './notifications.types.js';

const MAC_BYTES = 16;

/** The one click that ends a mail, and takes that back. */
@Injectable()
export class SubscriptionsService {
  private readonly publicUrl: string;
  private readonly secret: Buffer;

  constructor(
    private readonly database: Database,
    private readonly repository: NotificationsRepository,
    private readonly notifications: NotificationsService,
    config: Config,
  ) {
    this.publicUrl = config.PUBLIC_URL.replace(/\/+$/, '');
    this.secret = createHmac('sha256', config.AUTH_SECRET).update('unsubscribe').digest();
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
    const [person] = await this.notifications.people(this.database.db, [{ firmId, userId: personId }]);
    if (!person) throw unknownLink();
    return { kind, subscribed: person.modes[kind] !== 'off' };
  }

  /** Switches the mail of this link off, or on again. However often. */
  async subscribe({ kind, firmId, personId }: UserLink, on: boolean): Promise<Unsubscription> {
    const key = { firmId, userId: personId };
    await this.database.transaction(async (tx) => {
      const [person] = await this.repository.people(tx, [key]);
      if (!person) throw unknownLink();
      await this.repository.saveModes(tx, key, { [kind]: on ? 'immediate' : 'off' });
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

function uuidAt(bytes: Buffer, start: number): string {
  const hex = bytes.subarray(start, start + 16).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export const unknownLink = (): DomainError =>
  new DomainError<NotificationsErrorCode>(
    'unknown_unsubscribe_link',
    'This link is incomplete. Use the one in the email, or change your notifications in the settings.',
  );
