import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { demand } from '@app/platform/errors/demand.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, sqlState, type Transaction } from '@app/platform/database/database.js';
import { DEFAULT_PAGE, pageOf, readCursor, type PageRequest } from '@app/platform/lists/page.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { eachAlone } from '@app/platform/once/each-alone.js';
import { Clock } from '@app/platform/time/clock.js';
import type { SearchErrorCode } from '@app/searches/searches.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { FlagsRepository, type FlagActionName, type OpenFlagRow } from './flags.repository.js';
import * as rules from './flags.rules.js';
import { FLAG_WOKEN } from '@app/stalls/stalls.events.js';
import { StallsService } from '@app/stalls/stalls.service.js';
import type { AssessedSearch } from '@app/stalls/stalls.types.js';
import * as facts from './flags.events.js';
import type {
  AsOfFilter,
  FirmAsOf,
  FlagChange,
  FlagChanges,
  FlagErrorCode,
  FlagHistory,
  FlagWhy,
  LockedFlag,
  OpenFlag,
} from './flags.types.js';
import { whatIf, whatIfRefusal, type WhatIf, type WhatIfChanges } from './what-if.rules.js';

/** Somebody waits for the answer, and others for the connections. */
const AS_OF_PATIENCE_SECONDS = 20;
const OUT_OF_TIME = '57014';

const NOT_YOURS = 'Only the team of the search, the assignee, partners and admins can act on this flag.';

const FACT_OF: Readonly<Record<FlagActionName, string>> = {
  acknowledged: facts.FLAG_ACKNOWLEDGED,
  reopened: facts.FLAG_REOPENED,
  snoozed: facts.FLAG_SNOOZED,
  woken: FLAG_WOKEN,
  assigned: facts.FLAG_ASSIGNED,
};

/** Flags as people see them and take them in hand. */
@Injectable()
export class FlagsService {
  constructor(
    private readonly database: Database,
    private readonly repository: FlagsRepository,
    private readonly stalls: StallsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Open flags of one search, worst first, with what they were decided on and who has them in hand. */
  async openFlags(actor: Actor, searchId: string): Promise<OpenFlag[]> {
    const { db } = this.database;
    if (!(await this.repository.maySee(db, actor, searchId))) throw searchNotFound();
    const rows = await this.repository.openFlags(db, actor, searchId);
    return rows.map((row) => openFlag(actor, row));
  }

  /** How a flag was decided: the fact its clock runs from, the days counted, the rule with its limits. */
  async why(actor: Actor, flagId: string): Promise<FlagWhy> {
    const { db } = this.database;
    const searchId = await this.repository.searchOf(db, actor, flagId);
    const [row] = searchId ? await this.repository.openFlags(db, actor, searchId, flagId) : [];
    const clocks = searchId && (await this.stalls.clocksOf(actor.firmId, searchId));
    if (!row || !clocks) throw flagNotFound();
    const flag = openFlag(actor, row);
    const fact = await this.repository.factOf(db, actor.firmId, flagId);
    const stageId = rules.comparesWithBudget(flag.rule) ? clocks.stageOf.get(flag.candidacyId ?? '') : null;
    return {
      flag,
      ...rules.wordsOf(flag),
      stageId: stageId ?? null,
      fact,
      calendar: rules.whyCalendar(flag, clocks.facts, this.clock.now()),
    };
  }

  /** What would become of a search's flags and windows if its process or a coming event were otherwise. Writes nothing. */
  async whatIf(actor: Actor, searchId: string, changes: WhatIfChanges): Promise<WhatIf> {
    if (!(await this.repository.maySee(this.database.db, actor, searchId))) throw searchNotFound();
    const clocks = await this.stalls.clocksOf(actor.firmId, searchId);
    if (!clocks) throw problem('search_not_assessed', 'Only a running search can have flags; reopen it first.');
    const now = this.clock.now();
    const refused = whatIfRefusal(clocks, changes, now);
    if (refused) throw problem('what_if_refused', refused);
    const ids = clocks.facts.candidacies.map(({ candidacyId }) => candidacyId);
    const names = await this.repository.candidateNames(this.database.db, actor.firmId, ids);
    return whatIf(clocks, changes, now, names);
  }

  /**
   * The running searches this person may see as the rules saw them at a moment, worst first: what was known then, with
   * the names of today.
   */
  async asOf(actor: Actor, at: Date, filter: AsOfFilter, page: PageRequest): Promise<FirmAsOf> {
    if (at > this.clock.now()) throw problem('moment_in_future', 'Choose a time in the past.');
    const { db } = this.database;
    const limit = page.limit ?? DEFAULT_PAGE;
    const assessed = await this.assessedAt(actor, at);
    const headers = await this.repository.headers(
      db,
      actor,
      assessed.map(({ facts }) => facts.searchId),
    );
    const { rows, counts, key } = rules.asOfList(assessed, headers, filter);
    const cursor = readCursor(page.after, ['text'])?.[0];
    const from = cursor === undefined ? rows : rows.filter((row) => key(row) > cursor);
    const { items, next } = pageOf(from.slice(0, limit + 1), limit, (row) => [key(row)]);
    const ids = items.flatMap(({ flags }) => flags.flatMap(({ candidacyId }) => candidacyId ?? []));
    const names = await this.repository.candidateNames(db, actor.firmId, ids);
    return { at, items: items.map((row) => rules.withNames(row, names)), next, counts };
  }

  private async assessedAt(actor: Actor, at: Date): Promise<AssessedSearch[]> {
    try {
      return await this.stalls.assessFirm(actor, at, AS_OF_PATIENCE_SECONDS);
    } catch (error) {
      if (sqlState(error) !== OUT_OF_TIME) throw error;
      const sentence = `The firm has too much history to answer this within ${AS_OF_PATIENCE_SECONDS} seconds. Use the command line instead: health --at.`;
      throw problem('moment_too_costly', sentence);
    }
  }

  /** Every flag a search ever had, newest first, and how long each rule's flags took to be heard and to go. */
  async history(actor: Actor, searchId: string, page: PageRequest): Promise<FlagHistory> {
    const { db } = this.database;
    if (!(await this.repository.maySee(db, actor, searchId))) throw searchNotFound();
    const rows = await this.repository.history(db, actor.firmId, searchId, page);
    const episodes = await this.repository.episodes(db, actor.firmId, searchId);
    const clock = await this.stalls.calendarOf(actor.firmId, searchId);
    const { items, next } = pageOf(rows, page.limit ?? DEFAULT_PAGE, ({ raisedKey, id }) => [raisedKey, id]);
    return {
      items: items.map(({ raisedKey: _, ...row }) => rules.waits(row, clock)),
      next,
      figures: rules.episodeFigures(episodes.map((episode) => rules.waits(episode, clock))),
    };
  }

  async acknowledge(actor: Actor, flagId: string, reason: string): Promise<OpenFlag> {
    return this.takeInHand(actor, flagId, async (tx, flag) => {
      const decided = settled(rules.decideAcknowledging(flag, actor.userId, reason));
      if (!decided) return;
      await this.repository.acknowledge(tx, actor, flagId, decided.reason);
      await this.record(tx, actor, flag, 'acknowledged');
    });
  }

  /** Takes an acknowledgement back; on a flag without one nothing happens. */
  async takeBack(actor: Actor, flagId: string): Promise<OpenFlag> {
    return this.takeInHand(actor, flagId, async (tx, flag) => {
      if (flag.acknowledgeReason === null) return;
      await this.repository.takeBack(tx, actor.firmId, flagId);
      await this.record(tx, actor, flag, 'reopened');
    });
  }

  /** Until a local date of the office (`YYYY-MM-DD`): as it begins, the flag comes back by itself. */
  async snooze(actor: Actor, flagId: string, until: LocalDate): Promise<OpenFlag> {
    return this.takeInHand(actor, flagId, async (tx, flag) => {
      const decided = settled(rules.decideSnoozing(flag, until, this.clock.now()));
      if (!decided) return;
      await this.repository.snooze(tx, actor.firmId, flagId, decided.until);
      await this.repository.lookAgainAt(tx, actor.firmId, flag.searchId, decided.until);
      await this.record(tx, actor, flag, 'snoozed', { until });
    });
  }

  /** Ends a snooze before its time; on a flag that is awake nothing happens. */
  async wake(actor: Actor, flagId: string): Promise<OpenFlag> {
    return this.takeInHand(actor, flagId, async (tx, flag) => {
      if (flag.snoozedUntil === null) return;
      await this.repository.snooze(tx, actor.firmId, flagId, null);
      await this.record(tx, actor, flag, 'woken');
    });
  }

  /** Gives the flag to somebody who may see the search, or with `null` back to its lead; they are told why, if that is said. */
  async assign(actor: Actor, flagId: string, userId: string | null, reason?: string): Promise<OpenFlag> {
    return this.takeInHand(actor, flagId, async (tx, flag) => {
      const assignee = userId && (await this.repository.assignee(tx, actor.firmId, userId, flag.searchId));
      const decided = settled(rules.decideAssigning(flag, userId, assignee || null));
      if (!decided) return;
      await this.repository.assign(tx, actor.firmId, flagId, decided.userId);
      await this.record(tx, actor, flag, 'assigned', { userId: decided.userId }, reason);
    });
  }

  /** Several changes one after the other, each by itself: what is refused stops no other. */
  changeAll(actor: Actor, changes: readonly FlagChange[]): Promise<FlagChanges> {
    return eachAlone(changes.entries(), (change) => this.change(actor, change));
  }

  private change(actor: Actor, change: FlagChange): Promise<OpenFlag> {
    switch (change.verb) {
      case 'acknowledge':
        return this.acknowledge(actor, change.flagId, change.reason);
      case 'take_back':
        return this.takeBack(actor, change.flagId);
      case 'snooze':
        return this.snooze(actor, change.flagId, change.until);
      case 'wake':
        return this.wake(actor, change.flagId);
      case 'assign':
        return this.assign(actor, change.flagId, change.userId, change.reason);
    }
  }

  /** One transaction in which search and flag are held, so that neither progress nor a sweep comes in between. */
  private async takeInHand(
    actor: Actor,
    flagId: string,
    work: (tx: Transaction, flag: LockedFlag) => Promise<void>,
  ): Promise<OpenFlag> {
    return this.database.transaction(async (tx) => {
      const flag = await this.repository.lock(tx, actor, flagId);
      if (!flag) throw flagNotFound();
      demand(rules.mayHandle(actor, flag), NOT_YOURS);
      refuse(rules.notOpenRefusal(flag));
      await work(tx, flag);
      const [row] = await this.repository.openFlags(tx, actor, flag.searchId, flagId);
      if (!row) throw flagNotFound();
      return openFlag(actor, row);
    });
  }

  /** A reason stays on the flag alone and is not audited: people write names into it. */
  private async record(
    tx: Transaction,
    actor: Actor,
    { id: subjectId, searchId }: LockedFlag,
    action: FlagActionName,
    detail: Record<string, unknown> = {},
    reason?: string,
  ): Promise<void> {
    const fact = FACT_OF[action];
    await this.repository.recordAction(tx, actor, subjectId, action, { ...detail, ...(reason && { reason }) });
    await this.audit.fact(tx, actor, { fact, subject: ['flag', subjectId], detail: { searchId, ...detail } });
  }
}

function openFlag(actor: Actor, { onTeam, isOwner, ...row }: OpenFlagRow): OpenFlag {
  const state = {
    state: 'open',
    acknowledged: row.acknowledgement !== null,
    snoozed: row.snoozedUntil !== null,
  } as const;
  const acknowledgement = row.acknowledgement && {
    ...row.acknowledgement,
    at: new Date(row.acknowledgement.at),
  };
  const handedOn = row.handedOn && { ...row.handedOn, at: new Date(row.handedOn.at) };
  const allowed = rules.allowedFlagActions(actor, { onTeam, isOwner }, state);
  return { ...row, acknowledgement, handedOn, ways: rules.waysOf(row.rule), allowed };
}

function refuse(refusal: rules.FlagRefusal | null): void {
  if (refusal) throw new DomainError<FlagErrorCode>(refusal.code, refusal.sentence);
}

/** What is to be changed; null when it stands as asked for already. */
function settled<Change extends object>(decided: rules.FlagDecided<Change>): Change | null {
  if ('refused' in decided) throw new DomainError<FlagErrorCode>(decided.refused.code, decided.refused.sentence);
  return 'nothing' in decided ? null : decided;
}

const problem = (code: FlagErrorCode, sentence: string): DomainError<FlagErrorCode> => new DomainError(code, sentence);

function flagNotFound(): DomainError<FlagErrorCode> {
  return new DomainError('flag_not_found', 'There is no flag with this id, or you are not on the team of its search.');
}

function searchNotFound(): DomainError<SearchErrorCode> {
  return new DomainError('search_not_found', 'There is no search with this id, or you are not on its team.');
}
