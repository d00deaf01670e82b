import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { demand } from '@app/platform/errors/demand.js';
import { mayErasePersons } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { OffersService } from '@app/offers/offers.service.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DEFAULT_PAGE, pageOf, type Page, type PageRequest } from '@app/platform/lists/page.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import type { Person } from '@app/platform/persons/holdings.js';
import { Persons } from '@app/platform/persons/persons.js';
import { Clock } from '@app/platform/time/clock.js';
import { TombstonesService } from '@app/tombstones/tombstones.service.js';
import { dateOf, type LocalDate, plusDays } from '@app/platform/time/local-date.js';
import { localDayOf } from '@app/platform/time/zone.js';
import { PERSON_ERASED, PERSON_EXPORTED } from './compliance.events.js';
import { ComplianceRepository, type PersonRecord, type StoredErasure } from './compliance.repository.js';
import type {
  ComplianceErrorCode,
  ErasePerson,
  Erasure,
  ErasurePreview,
  PersonExport,
  PersonRef,
  RoomCounts,
} from './compliance.types.js';
import { EXTENT, PURPOSES, RETENTION_WORDS, RIGHTS } from './export-notice.rules.js';
import { wordsOf } from './persons.rules.js';
import { ROOMS } from './rooms.holdings.js';

const NOT_ALLOWED = 'Only partners and admins can export or erase what is held about a person.';

/** What the firm holds about a candidate or a contact: handed out, or erased, in all rooms at once. */
@Injectable()
export class ComplianceService {
  private readonly persons = new Persons();

  constructor(
    private readonly database: Database,
    private readonly repository: ComplianceRepository,
    private readonly offers: OffersService,
    private readonly tombstones: TombstonesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** What an erasure would take out; writes nothing. */
  async preview(actor: Actor, ref: PersonRef): Promise<ErasurePreview> {
    demand(mayErasePersons(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      await this.repository.patiently(tx);
      const record = known(await this.repository.person(tx, actor.firmId, ref));
      const counts = await this.persons.preview(tx, ROOMS, personOf(actor, ref, record));
      return { person: { ...ref, name: record.name }, counts, total: totalOf(counts) };
    });
  }

  /** Takes all of it out, in one transaction, and keeps a proof that names nobody. */
  async erase(actor: Actor, input: ErasePerson): Promise<Erasure> {
    demand(mayErasePersons(actor), NOT_ALLOWED);
    const { firmId } = actor;
    const { person: ref, reason, requestedOn } = input;
    refuseFuture(requestedOn, this.clock.now());
    return this.database.transaction(async (tx) => {
      await this.repository.patiently(tx);
      if (!(await this.repository.keepImportsOut(tx, firmId))) throw importUnderWay();
      if (ref.kind === 'candidate') await this.offers.leaveSearches(tx, actor, ref.id);
      const record = known(await this.repository.lockPerson(tx, firmId, ref));
      // a name has no place among the arguments of a command
      if (actor.role !== 'system') refuseOtherName(record, input.confirm);
      const id = newId();
      await this.repository.begin(tx, firmId, { id, by: actor.userId, person: ref, reason, requestedOn });
      await this.tombstones.bury(tx, firmId, id, {
        ...record,
        [ref.kind === 'candidate' ? 'candidateRef' : 'contactRef']: record.ref,
      });
      const counts = await this.persons.erase(tx, ROOMS, personOf(actor, ref, record));
      await this.repository.finish(tx, firmId, id, counts);
      const detail = { personKind: ref.kind, reason };
      await this.audit.fact(tx, actor, { fact: PERSON_ERASED, subject: ['erasure', id], detail });
      return withTotal(await this.repository.find(tx, firmId, id));
    });
  }

  async list(actor: Actor, page: PageRequest): Promise<Page<Erasure>> {
    demand(mayErasePersons(actor), NOT_ALLOWED);
    const rows = await this.repository.list(this.database.db, actor.firmId, page);
    const { items, next } = pageOf(rows, page.limit ?? DEFAULT_PAGE, ({ key, id }) => [key, id]);
    return { items: items.map(({ key: _, ...erasure }) => withTotal(erasure)), next };
  }

  async find(actor: Actor, erasureId: string): Promise<Erasure> {
    demand(mayErasePersons(actor), NOT_ALLOWED);
    return withTotal(await this.repository.find(this.database.db, actor.firmId, erasureId));
  }

  /**
   * One document with what is held about somebody, for them: all of it for the system, for anybody else what they may
   * see. That it was made is audited.
   */
  async exportOf(actor: Actor, ref: PersonRef): Promise<PersonExport> {
    demand(mayErasePersons(actor), NOT_ALLOWED);
    const { firmId } = actor;
    return this.database.transaction(async (tx) => {
      await this.repository.patiently(tx);
      const record = known(await this.repository.person(tx, firmId, ref));
      const viewer = this.repository.viewerOf(actor);
      const held = await this.persons.exportOf(tx, ROOMS, personOf(actor, ref, record), viewer);
      const recipients = await this.repository.recipients(tx, actor, ref);
      await this.audit.record(tx, actor, { action: PERSON_EXPORTED, subjectType: ref.kind, subjectId: ref.id });
      return {
        person: ref,
        madeAt: this.clock.now(),
        firm: await this.repository.firmName(tx, firmId),
        extent: EXTENT[viewer.seesAll ? 'complete' : 'seen'],
        purposes: PURPOSES[ref.kind],
        retention: RETENTION_WORDS,
        rights: RIGHTS,
        sources: record.source ? [record.source] : [],
        recipients,
        held,
      };
    });
  }
}

function refuseFuture(day: LocalDate, now: Date): void {
  // somewhere it is tomorrow already
  const latest = dateOf(plusDays(localDayOf(now, 'UTC'), 1));
  if (day <= latest) return;
  throw new DomainError<ComplianceErrorCode>('request_in_future', 'The day of the request is in the future.');
}

function known(record: PersonRecord | null): PersonRecord {
  if (!record) {
    throw new DomainError<ComplianceErrorCode>(
      'person_not_found',
      'There is no such candidate or contact in this firm.',
    );
  }
  if (record.erased) {
    throw new DomainError<ComplianceErrorCode>('person_erased', 'This person was erased; nothing is held about them.');
  }
  return record;
}

function refuseOtherName({ name }: PersonRecord, typed: string): void {
  if (typed.trim().toLowerCase() === name.trim().toLowerCase()) return;
  throw new DomainError<ComplianceErrorCode>(
    'confirmation_wrong',
    'Type the name of the person exactly as it appears on the record.',
  );
}

const importUnderWay = (): DomainError<ComplianceErrorCode> =>
  new DomainError(
    'import_under_way',
    'An import is running and may include this person. Wait until it has finished, then erase.',
  );

const personOf = ({ firmId }: Actor, ref: PersonRef, record: PersonRecord): Person => ({
  firmId,
  ...ref,
  ...wordsOf(record, record.namesake),
});

const totalOf = (counts: RoomCounts): number =>
  Object.values(counts)
    .flatMap((tables) => Object.values(tables))
    .reduce((sum, count) => sum + count, 0);

function withTotal(erasure: StoredErasure | null): Erasure {
  if (!erasure) {
    throw new DomainError<ComplianceErrorCode>('erasure_not_found', 'There is no erasure with this id.');
  }
  return { ...erasure, total: totalOf(erasure.counts) };
}
