import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { demand } from '@app/platform/errors/demand.js';
import { mayManageFirm } from '@app/identity/access.rules.js';
import { IdentityService } from '@app/identity/identity.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { changesTo } from '@app/platform/values/given.js';
import { newId } from '@app/platform/database/id.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import { localDateOf } from '@app/platform/time/zone.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { AbsencesRepository } from './absences.repository.js';
import { absenceRefusal, deputyAway, effectOf, stateOf } from './absences.rules.js';
import type { Absence, AbsencesErrorCode, AddAbsence, ChangeAbsence, StoredAbsence } from './absences.types.js';
import { ABSENCE_ADDED, ABSENCE_CHANGED, ABSENCE_REMOVED } from './absences.events.js';

const OWN_ONLY = 'You can set your own absences; those of colleagues are set by partners and admins.';

/** Who is away, and who gets what is meant for them. */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly database: Database,
    private readonly repository: AbsencesRepository,
    private readonly identity: IdentityService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<{ items: Absence[] }> {
    const stored = await this.repository.list(this.database.db, actor.firmId);
    return { items: await this.told(this.database.db, actor, stored, stored) };
  }

  async addAbsence(actor: Actor, { userId = actor.userId ?? '', ...period }: AddAbsence): Promise<Absence> {
    demand(maySet(actor, userId), OWN_ONLY);
    const today = await this.todayOf(actor, userId, period.deputyUserId);
    const absence = { id: newId(), userId, ...period };
    return this.database.transaction(async (tx) => {
      await this.identity.demandWorking(tx, actor.firmId, [userId, absence.deputyUserId]);
      const others = await this.repository.lockAllOf(tx, actor.firmId, userId);
      refuse(absence, others, today);
      await this.repository.insert(tx, actor.firmId, absence);
      await this.record(tx, actor, ABSENCE_ADDED, absence);
      return this.current(tx, actor, absence.id);
    });
  }

  async changeAbsence(actor: Actor, id: string, { version, ...given }: ChangeAbsence): Promise<Absence> {
    const { userId, deputyUserId } = await this.mine(actor, id);
    const today = await this.todayOf(actor, userId, given.deputyUserId ?? deputyUserId);
    return this.database.transaction(async (tx) => {
      const all = await this.repository.lockAllOf(tx, actor.firmId, userId);
      const before = await this.unchanged(tx, actor, id, version, all);
      const changes = changesTo(before, given);
      if (!changes) return this.current(tx, actor, id);
      const absence = { ...before, ...changes };
      await this.identity.demandWorking(tx, actor.firmId, [absence.deputyUserId]);
      refuse(
        absence,
        all.filter((other) => other.id !== id),
        today,
      );
      await this.repository.update(tx, actor.firmId, absence);
      await this.record(tx, actor, ABSENCE_CHANGED, absence);
      return this.current(tx, actor, id);
    });
  }

  async removeAbsence(actor: Actor, id: string, version: number): Promise<void> {
    const { userId } = await this.mine(actor, id);
    await this.database.transaction(async (tx) => {
      const all = await this.repository.lockAllOf(tx, actor.firmId, userId);
      const absence = await this.unchanged(tx, actor, id, version, all);
      await this.repository.delete(tx, actor.firmId, id);
      await this.record(tx, actor, ABSENCE_REMOVED, absence);
    });
  }

  /** For how many absences that are not over this person stands in. */
  countDeputyFor(actor: Actor, userId: string): Promise<number> {
    return this.repository.countDeputised(this.database.db, actor.firmId, userId);
  }

  /** For the room above, when somebody leaves: whoever is away gets another deputy. */
  async handOver(tx: Transaction, actor: Actor, from: string, to: string): Promise<number> {
    const deputised = await this.repository.lockDeputised(tx, actor.firmId, from);
    if (deputised.some(({ userId }) => userId === to)) {
      const sentence =
        'The person taking over is away too, with this person as their deputy. Choose somebody else, or change the deputy of that absence first.';
      throw new DomainError<AbsencesErrorCode>('unknown_deputy', sentence);
    }
    for (const absence of deputised) {
      await this.repository.update(tx, actor.firmId, { ...absence, deputyUserId: to });
      await this.record(tx, actor, ABSENCE_CHANGED, absence);
    }
    return deputised.length;
  }

  /** The absence, when the actor may change it. */
  private async mine(actor: Actor, id: string): Promise<StoredAbsence> {
    const absence = await this.repository.find(this.database.db, actor.firmId, id);
    if (!absence) throw notFound();
    demand(maySet(actor, absence.userId), OWN_ONLY);
    return absence;
  }

  private async unchanged(
    tx: Transaction,
    actor: Actor,
    id: string,
    version: number,
    all: readonly StoredAbsence[],
  ): Promise<StoredAbsence> {
    const absence = all.find((one) => one.id === id);
    if (!absence) throw notFound();
    if (absence.version === version) return absence;
    throw new DomainError<AbsencesErrorCode>('stale_version', 'Somebody changed this absence in the meantime.', {
      current: await this.current(tx, actor, id),
    });
  }

  private async todayOf(actor: Actor, userId: string, deputyUserId: string): Promise<LocalDate> {
    const { items: users } = await this.identity.listUsers(actor);
    const user = users.find(({ id }) => id === userId);
    if (!user) throw new DomainError<AbsencesErrorCode>('unknown_person', 'There is no colleague with this id.');
    if (!users.some(({ id }) => id === deputyUserId))
      throw new DomainError<AbsencesErrorCode>('unknown_deputy', 'The deputy is not a colleague at this firm.');
    return (await this.todays(this.database.db, actor))(user.officeId);
  }

  /** The local date of each office now. */
  private async todays(tx: Transaction, actor: Actor): Promise<(officeId: string | undefined) => LocalDate> {
    const { items: offices } = await this.identity.listOffices(actor, tx);
    const zones = new Map(offices.map(({ id, timeZone }) => [id, timeZone]));
    return (officeId) => localDateOf(this.clock.now(), zones.get(officeId ?? '') ?? 'UTC');
  }

  private async current(tx: Transaction, actor: Actor, id: string): Promise<Absence> {
    const all = await this.repository.list(tx, actor.firmId);
    const [absence] = await this.told(
      tx,
      actor,
      all.filter((one) => one.id === id),
      all,
    );
    if (!absence) throw notFound();
    return absence;
  }

  private async told(
    tx: Transaction,
    actor: Actor,
    shown: readonly StoredAbsence[],
    all: readonly StoredAbsence[],
  ): Promise<Absence[]> {
    const { items: users } = await this.identity.listUsers(actor, tx);
    const todayAt = await this.todays(tx, actor);
    const people = new Map(users.map((user) => [user.id, user]));
    const nameOf = (userId: string): string => people.get(userId)?.name ?? '';
    return shown.map((absence) => {
      const { id, userId, deputyUserId, firstDay, lastDay, version } = absence;
      const today = todayAt(people.get(userId)?.officeId);
      const state = stateOf(absence, today);
      return {
        id,
        user: { id: userId, name: nameOf(userId) },
        deputy: { id: deputyUserId, name: nameOf(deputyUserId) },
        firstDay,
        lastDay,
        version,
        state,
        effect: effectOf(absence, nameOf(userId), nameOf(deputyUserId), today),
        warning: state === 'over' ? null : deputyAway(absence, all, nameOf),
        allowed: { change: maySet(actor, userId) },
      };
    });
  }

  private async record(
    tx: Transaction,
    actor: Actor,
    fact: string,
    absence: { id: string; userId: string },
  ): Promise<void> {
    const detail = { userId: absence.userId };
    await this.audit.fact(tx, actor, { fact, subject: ['absence', absence.id], detail });
  }
}

const maySet = (actor: Actor, userId: string): boolean => actor.userId === userId || mayManageFirm(actor);

function refuse(
  absence: Parameters<typeof absenceRefusal>[0],
  others: readonly StoredAbsence[],
  today: LocalDate,
): void {
  const refusal = absenceRefusal(absence, others, today);
  if (refusal) throw new DomainError<AbsencesErrorCode>(refusal.code, refusal.sentence);
}

const notFound = (): DomainError<AbsencesErrorCode> =>
  new DomainError('absence_not_found', 'There is no absence with this id.');
