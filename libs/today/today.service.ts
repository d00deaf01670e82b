import { Injectable } from '@nestjs/common';
import { mayManageFirm } from '@app/identity/access.rules.js';
import type { Actor, IdentityErrorCode } from '@app/identity/identity.types.js';
import type { Policy } from '@app/limits/limits.types.js';
import { marketWindow } from '@app/limits/market-window.rules.js';
import { Database } from '@app/platform/database/database.js';
import { DEFAULT_PAGE, pageOf, readCursor, type PageRequest } from '@app/platform/lists/page.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import { localDayOf, startOfLocalDay } from '@app/platform/time/zone.js';
import { StallsService } from '@app/stalls/stalls.service.js';
import type { DueRow, Today, TodayItem } from './today.types.js';
import { TodayRepository, type DueFlagRow } from './today.repository.js';
import { closingSoon, countGroups, dueRows, waysOf } from './today.rules.js';

/** What needs a person today. */
@Injectable()
export class TodayService {
  constructor(
    private readonly database: Database,
    private readonly repository: TodayRepository,
    private readonly stalls: StallsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Today's work of this person, and for partners and admins the rest of what they may see. Counts are of everything;
   * a page is of rows. Snoozed flags are counted, and listed only when asked for.
   */
  async today(actor: Actor, { snoozed = false, ...page }: { snoozed?: boolean } & PageRequest = {}): Promise<Today> {
    const { db } = this.database;
    const now = this.clock.now();
    const of = await this.repository.todayOf(db, actor);
    if (!of) throw new DomainError<IdentityErrorCode>('user_not_found', 'This user no longer exists.');
    const [due, policyOf, done] = await Promise.all([
      this.repository.due(db, actor.firmId, of, mayManageFirm(actor)),
      this.stalls.policyOf(actor.firmId),
      this.repository.doneSince(db, actor, of, startOfLocalDay(localDayOf(now, of.zone), of.zone)),
    ]);
    const flags = due
      .filter(({ asleep }) => asleep === snoozed)
      .map((flag) => ({ ...flag, window: windowOf(flag, policyOf(flag), now) }));
    const rows = dueRows(flags);
    const { items, next } = cut(rows, page);
    return {
      items: await this.itemsOf(actor, items, new Map(flags.map(({ flagId, window }) => [flagId, window]))),
      next,
      counts: countGroups(rows),
      closingSoon: closingSoon(flags),
      snoozed: due.filter(({ asleep }) => asleep).length,
      done,
    };
  }

  private async itemsOf(
    { firmId }: Actor,
    rows: readonly DueRow[],
    windows: ReadonlyMap<string, TodayItem['window']>,
  ): Promise<TodayItem[]> {
    const groups = new Map(rows.flatMap(({ group, flagIds }) => flagIds.map((id) => [id, group] as const)));
    const items = await this.repository.items(this.database.db, firmId, [...groups.keys()]);
    return items.map((item) => ({
      ...item,
      group: groups.get(item.flagId) ?? 'ours',
      handedOn: item.handedOn && { ...item.handedOn, at: new Date(item.handedOn.at) },
      ways: waysOf(item.rule),
      window: windows.get(item.flagId) ?? null,
    }));
  }
}

function cut(rows: readonly DueRow[], { after, limit = DEFAULT_PAGE }: PageRequest) {
  const cursor = readCursor(after, ['text'])?.[0];
  const from = cursor === undefined ? rows : rows.filter(({ key }) => key > cursor);
  return pageOf(from.slice(0, limit + 1), limit, ({ key }) => [key]);
}

const windowOf = ({ windowOpenedAt: openedAt, zone }: DueFlagRow, policy: Policy, now: Date): TodayItem['window'] =>
  marketWindow({ openedAt, offerExtendedAt: null, endedAt: null }, policy, zone, now);
