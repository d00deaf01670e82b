import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import { changesTo } from '@app/platform/values/given.js';
import { NotificationsRepository, type PersonRow } from './notifications.repository.js';
import { DEFAULT_TIMES, modesOf, refusedModes, settingsOf, withTimes } from './notifications.rules.js';
import type {
  ChangeSettings,
  NotificationsErrorCode,
  NotificationSettings,
  Person,
  PersonKey,
} from './notifications.types.js';

/** What people chose to hear of, and when. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly repository: NotificationsRepository,
    private readonly clock: Clock,
  ) {}

  /** These people with what they chose, the defaults filled in. */
  async people(db: Transaction, keys: readonly PersonKey[]): Promise<Person[]> {
    const rows = await this.repository.people(db, keys);
    return rows.map(withDefaults);
  }

  async read(actor: Actor): Promise<NotificationSettings> {
    return this.settings(this.database.db, keyOf(actor));
  }

  async change(actor: Actor, { version, modes = {}, ...times }: ChangeSettings): Promise<NotificationSettings> {
    const refused = refusedModes(modes);
    if (refused) throw new DomainError<NotificationsErrorCode>('mode_not_possible', refused);
    const person = keyOf(actor);
    return this.database.transaction(async (tx) => {
      const [row] = await this.repository.people(tx, [person]);
      const before = { ...(row?.times ?? DEFAULT_TIMES), ...modesOf(row?.chosen ?? {}) };
      if (version === row?.version && !changesTo(before, { ...times, ...modes })) return this.settings(tx, person);
      const now = withTimes(row?.times ?? DEFAULT_TIMES, times);
      if (!(await this.repository.saveTimes(tx, person, version, now))) {
        throw new DomainError<NotificationsErrorCode>(
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

  private async settings(db: Transaction, person: PersonKey): Promise<NotificationSettings> {
    const [row] = await this.repository.people(db, [person]);
    if (!row) throw new DomainError<NotificationsErrorCode>('settings_not_found', 'There are no settings for you.');
    return settingsOf({ ...withDefaults(row), version: row.version }, this.clock.now());
  }
}

/** The system has no settings of its own. */
const keyOf = ({ firmId, userId }: Actor): PersonKey => ({ firmId, userId: userId ?? firmId });

const withDefaults = ({ times, chosen, version: _version, ...row }: PersonRow): Person => ({
  ...row,
  times: times ?? DEFAULT_TIMES,
  modes: modesOf(chosen),
});
