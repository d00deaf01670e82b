import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { mayOpenSearch } from '@app/identity/access.rules.js';
import { demand } from '@app/platform/errors/demand.js';
import { IdentityService } from '@app/identity/identity.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { changesTo, onlyGiven } from '@app/platform/values/given.js';
import { newId } from '@app/platform/database/id.js';
import { DEFAULT_PAGE, type Page, type PageRequest } from '@app/platform/lists/page.js';
import { sortedPageOf } from '@app/platform/lists/sorted.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { reference, referencePrefix } from '@app/role-templates/role-templates.rules.js';
import { Clock } from '@app/platform/time/clock.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { localDateOf } from '@app/platform/time/zone.js';
import { type AccessChange, type AccessEdit, allowedAccess, decideAccess, mayLeave } from './search-access.rules.js';
import { SearchListsRepository, type StoredRow } from './search-lists.repository.js';
import * as facts from './searches.events.js';
import { SearchesRepository } from './searches.repository.js';
import {
  allowedActions,
  isTeamAndBriefOf,
  momentAfter,
  refusal,
  searchDay,
  targetDateRefusal,
  teamOf,
} from './searches.rules.js';
import type {
  Brief,
  BriefVersion,
  CloseReason,
  EditSearch,
  LeadChange,
  LedSearch,
  LockedSearch,
  OpenSearch,
  Progress,
  Search,
  SearchAction,
  SearchErrorCode,
  SearchFilter,
  SearchRow,
  SearchSort,
} from './searches.types.js';

const REF_ATTEMPTS = 20;
const BRIEFS_SHOWN = 50;
const MANAGERS_ONLY = 'Only consultants, partners and admins can open, change or close searches.';

/**
 * Searches from opening to closing. For rooms above, inside their own transaction:
 *
 *   lockVisible(tx, actor, searchId)        the search, locked until the commit, or search_not_found
 *   lockVisibleOf(tx, actor, candidacyId)   the search of a candidacy in the same way, or null
 *   recordProgress(tx, { firmId, searchId, at, key })
 *                                           something moved: sets the clock, forward in time only, and has it looked at again
 *   refresh(tx, firmId, searchId)           status and clock anew from the facts, after a fact was added that may take
 *                                           progress back or change the status: an offer, an outcome, a correction
 *   lockAll, refreshAll, lookAtAllAgain     the same for all searches of the firm, where its process has changed
 *   placeSearch(tx, actor, searchId)        closes it as placed
 *   putOnTeam(tx, firmId, searchId, userId) whoever opened a confidential search
 */
@Injectable()
export class SearchesService {
  constructor(
    private readonly database: Database,
    private readonly repository: SearchesRepository,
    private readonly lists: SearchListsRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
  ) {}

  async list(actor: Actor, filter: SearchFilter, page: PageRequest & { sort?: SearchSort }): Promise<Page<SearchRow>> {
    const rows = await this.lists.list(this.database.db, actor, filter, page);
    const { items, next } = sortedPageOf(rows, page.limit ?? DEFAULT_PAGE);
    return { items: items.map((row) => this.rowOf(row)), next };
  }

  async find(actor: Actor, searchId: string): Promise<Search> {
    return this.current(this.database.db, actor, actor, searchId);
  }

  /** The latest briefs it had, the newest first. */
  async briefs(actor: Actor, searchId: string): Promise<{ items: BriefVersion[] }> {
    await this.find(actor, searchId);
    return { items: await this.lists.briefs(this.database.db, actor.firmId, searchId, BRIEFS_SHOWN) };
  }

  async brief(actor: Actor, searchId: string, version: number): Promise<Brief> {
    await this.find(actor, searchId);
    const brief = await this.lists.brief(this.database.db, actor.firmId, searchId, version);
    if (brief) return brief;
    throw refused('brief_not_found', 'This search has no brief of this version.');
  }

  /** That it is looked at by the next sweep is the trigger's `search_made`. */
  async openSearch(actor: Actor, input: OpenSearch): Promise<Search> {
    demand(mayOpenSearch(actor), MANAGERS_ONLY);
    const { firmId } = actor;
    return this.database.transaction(async (tx) => {
      await this.identity.demandWorking(tx, firmId, [input.leadUserId, ...(input.teamUserIds ?? [])]);
      const [id, episodeId] = [newId(), newId()];
      const openedAt = this.clock.now();
      const zone = await this.repository.officeZone(tx, firmId, input.officeId);
      refuseTarget(input.targetDate, openedAt, zone);
      const openedOn = localDateOf(openedAt, zone);
      const template = await this.repository.template(tx, firmId, input.roleKey);
      const confidential = input.confidential ?? false;
      await this.repository.insert(tx, {
        id,
        firmId,
        ref: await this.newRef(tx, firmId, referencePrefix(template.code, openedOn)),
        clientId: input.clientId,
        title: input.title ?? template.title,
        roleKey: input.roleKey,
        officeId: input.officeId,
        leadUserId: input.leadUserId,
        engagement: input.engagement ?? 'retained',
        confidential,
        targetDate: input.targetDate ?? null,
        region: input.region ?? null,
        openedAt,
        episodeId,
      });
      const team = teamOf(input.leadUserId, input.teamUserIds ?? [], confidential ? actor.userId : null);
      await this.addMembers(tx, firmId, id, team, confidential && actor.userId ? [actor.userId] : []);
      await this.repository.addBrief(tx, actor, { searchId: id, at: openedAt, criteria: template.criteria });
      return this.recorded(tx, actor, id, facts.SEARCH_OPENED, { roleKey: input.roleKey, confidential });
    });
  }

  /** Another office moves the windows that opened with a day on the market, by the trigger `search_office_moved`. */
  async editSearch(actor: Actor, searchId: string, edit: EditSearch): Promise<Search> {
    demand(mayOpenSearch(actor), MANAGERS_ONLY);
    const { version, teamUserIds, criteria, ...given } = edit;
    return this.database.transaction(async (tx) => {
      const search = await this.lockForAction(tx, actor, searchId, 'edit', version);
      const changes = changesTo(search, given) ?? {};
      const current = await this.current(tx, actor, actor, searchId);
      if (Object.keys(changes).length === 0 && isTeamAndBriefOf(current, edit)) return current;
      const zone = await this.repository.officeZone(tx, actor.firmId, given.officeId ?? search.officeId);
      refuseTarget(changes.targetDate, search.openedAt, zone);
      const people = [...(changes.leadUserId ? [changes.leadUserId] : []), ...(teamUserIds ?? [])];
      await this.identity.demandWorking(tx, actor.firmId, people);
      const access = await this.accessAfter(tx, actor, search, { ...changes, teamUserIds });
      await this.repository.update(tx, actor.firmId, { ...search, ...changes });
      if (criteria && !isTeamAndBriefOf(current, { criteria }))
        await this.repository.addBrief(tx, actor, { searchId, at: this.clock.now(), criteria });
      // whom the client has to decide, and when they last spoke, is another one's now
      if (changes.clientId) await this.repository.refresh(tx, actor.firmId, searchId, 'infinity');
      if (teamUserIds) await this.repository.removeMembersExcept(tx, actor.firmId, searchId, access.team);
      await this.addMembers(tx, actor.firmId, searchId, access.team, access.staying);
      const changed = Object.keys(onlyGiven({ ...changes, teamUserIds, criteria }));
      return this.recorded(tx, actor, searchId, facts.SEARCH_CHANGED, { changed });
    });
  }

  /** Takes oneself off the team, and nobody else. */
  async leaveSearch(actor: Actor, searchId: string, { version }: { version: number }): Promise<Search> {
    return this.database.transaction(async (tx) => {
      const search = await this.lockForAction(tx, actor, searchId, 'edit', version);
      const team = (await this.repository.members(tx, actor.firmId, searchId)).map(({ id }) => id);
      if (actor.userId === search.leadUserId)
        throw refused('lead_stays', 'The lead cannot leave the team; hand the search over first.');
      if (!mayLeave(actor, search.leadUserId, team))
        throw refused('not_on_team', 'You are not on the team of this search.');
      const others = team.filter((id) => id !== actor.userId);
      await this.repository.removeMembersExcept(tx, actor.firmId, searchId, [search.leadUserId, ...others]);
      await this.repository.update(tx, actor.firmId, search);
      return this.recorded(tx, actor, searchId, facts.SEARCH_CHANGED, { changed: ['teamUserIds'] });
    });
  }

  async holdSearch(actor: Actor, searchId: string, input: { version: number; reason?: string }): Promise<Search> {
    demand(mayOpenSearch(actor), MANAGERS_ONLY);
    return this.database.transaction(async (tx) => {
      const search = await this.lockForAction(tx, actor, searchId, 'hold', input.version);
      const at = momentAfter(await this.lastChange(tx, actor, search), this.clock.now());
      const reason = input.reason ?? null;
      await this.repository.startHold(tx, actor.firmId, { id: newId(), searchId, at, reason });
      await this.repository.refresh(tx, actor.firmId, searchId, at);
      return this.recorded(tx, actor, searchId, facts.SEARCH_HELD);
    });
  }

  async resumeSearch(actor: Actor, searchId: string, input: { version: number }): Promise<Search> {
    demand(mayOpenSearch(actor), MANAGERS_ONLY);
    return this.database.transaction(async (tx) => {
      const search = await this.lockForAction(tx, actor, searchId, 'resume', input.version);
      const at = momentAfter(await this.lastChange(tx, actor, search), this.clock.now());
      await this.repository.endHold(tx, actor.firmId, searchId, at);
      await this.repository.refresh(tx, actor.firmId, searchId, at);
      return this.recorded(tx, actor, searchId, facts.SEARCH_RESUMED);
    });
  }

  async closeSearch(actor: Actor, searchId: string, input: { version: number; reason: CloseReason }): Promise<Search> {
    demand(mayOpenSearch(actor), MANAGERS_ONLY);
    return this.database.transaction(async (tx) => {
      const search = await this.lockForAction(tx, actor, searchId, 'close', input.version);
      await this.end(tx, actor, search, input.reason);
      return this.recorded(tx, actor, searchId, facts.SEARCH_CLOSED, { reason: input.reason });
    });
  }

  /** A reopening is a new episode with a fresh clock; candidacies that are live stay where they are. */
  async reopenSearch(actor: Actor, searchId: string, input: { version: number }): Promise<Search> {
    demand(mayOpenSearch(actor), MANAGERS_ONLY);
    return this.database.transaction(async (tx) => {
      const search = await this.lockForAction(tx, actor, searchId, 'reopen', input.version);
      const at = momentAfter(await this.lastChange(tx, actor, search), this.clock.now());
      await this.repository.openEpisode(tx, actor.firmId, { id: newId(), searchId, at });
      await this.repository.refresh(tx, actor.firmId, searchId, at);
      return this.recorded(tx, actor, searchId, facts.SEARCH_REOPENED);
    });
  }

  /** As a person sees it within a transaction. */
  async read(tx: Transaction, actor: Actor, searchId: string): Promise<Search> {
    return this.current(tx, actor, actor, searchId);
  }

  async putOnTeam(tx: Transaction, firmId: string, searchId: string, userId: string): Promise<void> {
    await this.addMembers(tx, firmId, searchId, [userId], []);
  }

  async lockVisible(tx: Transaction, actor: Actor, searchId: string): Promise<LockedSearch> {
    const search = await this.repository.lockVisible(tx, actor, searchId);
    if (!search) throw searchNotFound();
    return search;
  }

  lockVisibleOf(tx: Transaction, actor: Actor, candidacyId: string): Promise<LockedSearch | null> {
    return this.repository.lockVisibleOf(tx, actor, candidacyId);
  }

  async recordProgress(tx: Transaction, progress: Progress): Promise<void> {
    await this.repository.recordProgress(tx, progress);
  }

  async refresh(tx: Transaction, firmId: string, searchId: string): Promise<void> {
    await this.repository.refresh(tx, firmId, searchId, 'infinity');
  }

  async lockAll(tx: Transaction, firmId: string): Promise<void> {
    await this.repository.lockAll(tx, firmId);
  }

  async refreshAll(tx: Transaction, firmId: string): Promise<void> {
    await this.repository.refreshAll(tx, firmId);
  }

  async lookAtAllAgain(tx: Transaction, firmId: string): Promise<void> {
    await this.repository.lookAtAllAgain(tx, firmId);
  }

  /** For the room of hand-overs, in its transaction: another lead, or only whether it could be one. */
  async lead(
    tx: Transaction,
    actor: Actor,
    { searchId, version, leadUserId }: LeadChange,
    write: boolean,
  ): Promise<LedSearch> {
    const search = await this.lockForAction(tx, actor, searchId, 'edit', version);
    const led = { id: searchId, title: search.title, version, leadUserId, beforeUserId: search.leadUserId };
    if (search.leadUserId === leadUserId) throw refused('already_lead', 'This colleague leads the search already.');
    const access = await this.accessAfter(tx, actor, search, { leadUserId });
    if (!write) return led;
    await this.repository.update(tx, actor.firmId, { ...search, leadUserId });
    await this.addMembers(tx, actor.firmId, searchId, access.team, access.staying);
    const detail = { changed: ['leadUserId'] };
    await this.audit.fact(tx, actor, { fact: facts.SEARCH_CHANGED, subject: ['search', searchId], detail });
    return { ...led, version: version + 1 };
  }

  async placeSearch(tx: Transaction, actor: Actor, searchId: string): Promise<void> {
    const search = await this.lockVisible(tx, actor, searchId);
    refuse(refusal('close', search.status));
    await this.end(tx, actor, search, 'placed');
    const detail = { reason: 'placed' };
    await this.audit.fact(tx, actor, { fact: facts.SEARCH_CLOSED, subject: ['search', searchId], detail });
  }

  private async accessAfter(
    tx: Transaction,
    actor: Actor,
    search: LockedSearch,
    edit: AccessEdit,
  ): Promise<AccessChange> {
    const members = await this.repository.members(tx, actor.firmId, search.id);
    const access = decideAccess(actor, { ...search, members }, edit);
    if ('refused' in access)
      throw new DomainError<SearchErrorCode | 'not_allowed'>(access.refused.code, access.refused.sentence);
    return access;
  }

  private async end(
    tx: Transaction,
    actor: Actor,
    search: LockedSearch,
    reason: CloseReason | 'placed',
  ): Promise<void> {
    const at = momentAfter(await this.lastChange(tx, actor, search), this.clock.now());
    await this.repository.endHold(tx, actor.firmId, search.id, at);
    await this.repository.closeEpisode(tx, actor.firmId, search.episodeId, at, reason);
    await this.repository.refresh(tx, actor.firmId, search.id, at);
  }

  private async lockForAction(
    tx: Transaction,
    actor: Actor,
    searchId: string,
    action: SearchAction,
    version: number,
  ): Promise<LockedSearch> {
    const search = await this.lockVisible(tx, actor, searchId);
    if (search.version !== version) {
      const current = await this.current(tx, actor, actor, searchId);
      throw refused('stale_version', 'Somebody changed this search in the meantime.', { current });
    }
    refuse(refusal(action, search.status));
    return search;
  }

  private async lastChange(tx: Transaction, { firmId }: Actor, search: LockedSearch): Promise<Date> {
    const held = await this.repository.lastHoldChange(tx, firmId, search.id);
    return [held, search.closedAt].reduce<Date>((a, b) => (b && b > a ? b : a), search.episodeOpenedAt);
  }

  private async newRef(tx: Transaction, firmId: string, prefix: string): Promise<string> {
    for (let attempt = 1; attempt <= REF_ATTEMPTS; attempt += 1) {
      const ref = reference(prefix, (below) => randomInt(below));
      if (await this.repository.takeRef(tx, firmId, ref)) return ref;
    }
    throw new Error(`no reference is free after ${prefix}`);
  }

  private async addMembers(
    tx: Transaction,
    firmId: string,
    searchId: string,
    userIds: readonly string[],
    staying: readonly string[],
  ): Promise<void> {
    const members = userIds.map((userId) => ({ id: newId(), userId, stays: staying.includes(userId) }));
    await this.repository.addMembers(tx, firmId, searchId, members);
  }

  /** Whoever changed a search gets to see the result, even if the change took them off its team. */
  private async recorded(
    tx: Transaction,
    actor: Actor,
    searchId: string,
    fact: string,
    detail: Record<string, unknown> = {},
  ): Promise<Search> {
    await this.audit.fact(tx, actor, { fact, subject: ['search', searchId], detail });
    return this.current(tx, { ...actor, role: 'system' }, actor, searchId);
  }

  private async current(db: Transaction, viewer: Actor, actor: Actor, searchId: string): Promise<Search> {
    const stored = await this.lists.find(db, viewer, searchId);
    if (!stored) throw searchNotFound();
    const { timeZone: _, episodeOpenedAt: __, ...search } = stored;
    const allowed = { ...allowedActions(actor, stored.status), ...allowedAccess(actor, stored) };
    return { ...search, day: this.dayOf(stored), allowed };
  }

  private rowOf(listed: StoredRow): SearchRow {
    const { timeZone: _, episodeOpenedAt: __, closedAt: ___, ...row } = listed;
    return { ...row, day: this.dayOf(listed) };
  }

  private dayOf({ episodeOpenedAt, closedAt, timeZone }: StoredRow): number {
    return searchDay(episodeOpenedAt, closedAt ?? this.clock.now(), timeZone);
  }
}

function refuse(sentence: string | null): void {
  if (sentence) throw refused('search_status_refused', sentence);
}

function refuseTarget(target: LocalDate | null | undefined, openedAt: Date, zone: string): void {
  const message = target && targetDateRefusal(target, openedAt, zone);
  const errors = [{ field: 'targetDate', message }];
  if (message) throw refused('target_date_refused', message, { errors });
}

const refused = (
  code: SearchErrorCode,
  sentence: string,
  more?: Readonly<Record<string, unknown>>,
): DomainError<SearchErrorCode> => new DomainError(code, sentence, more);

export const searchNotFound = (): DomainError<SearchErrorCode> =>
  refused('search_not_found', 'There is no search with this id, or you are not on its team.');
