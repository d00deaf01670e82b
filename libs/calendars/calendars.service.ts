import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { demand } from '@app/platform/errors/demand.js';
import { mayManageFirm, mayOpenSearch } from '@app/identity/access.rules.js';
import { IdentityService } from '@app/identity/identity.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { onlyGiven } from '@app/platform/values/given.js';
import { knowsZone } from '@app/platform/time/known-zones.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { holidayRegions, publicHolidays, type HolidayRegions } from '@app/platform/holidays/public-holidays.js';
import { zoneOf } from '@app/platform/time/zone.js';
import { regionOf, unknownRegion } from '@app/platform/values/region.js';
import { CLIENT_CALENDAR_CHANGED, OFFICE_CALENDAR_CHANGED } from './calendars.events.js';
import { CalendarsRepository } from './calendars.repository.js';
import {
  calendarRefusal,
  changesBetween,
  holidaysInOrder,
  holidaysRefusal,
  inOrder,
  unknownZone,
  type Refusal,
} from './calendars.rules.js';
import type {
  CalendarHoliday,
  CalendarsErrorCode,
  CalendarVersion,
  ClientCalendarRecord,
  EditClientCalendar,
  EditOfficeCalendar,
  HolidayProposal,
  OfficeCalendarRecord,
  ProposalsAsked,
  StoredVersion,
} from './calendars.types.js';

const VERSIONS_SHOWN = 50;
/** A calendar that is sent anew may differ in thousands of days. */
const CHANGES_SAID = 30;
const STALE = 'Somebody changed this calendar in the meantime. Review the current version, then save again.';

/** Which days count: the calendars of offices, and the days on which a client does nothing. */
@Injectable()
export class CalendarsService {
  constructor(
    private readonly database: Database,
    private readonly repository: CalendarsRepository,
    private readonly identity: IdentityService,
    private readonly audit: AuditService,
  ) {}

  async officeCalendar(actor: Actor, officeId: string): Promise<OfficeCalendarRecord> {
    return this.currentOffice(this.database.db, actor, officeId);
  }

  async editOfficeCalendar(actor: Actor, officeId: string, edit: EditOfficeCalendar): Promise<OfficeCalendarRecord> {
    demand(mayManageFirm(actor), 'Only partners and admins can change the calendar of an office.');
    const timeZone = edit.timeZone && (zoneOf(edit.timeZone) ?? edit.timeZone);
    if (timeZone !== undefined && !(await knowsZone(this.database.db, timeZone))) refuse(unknownZone(timeZone));
    return this.database.transaction(async (tx) => {
      await this.repository.lockOffice(tx, actor.firmId, officeId);
      const current = await this.currentOffice(tx, actor, officeId);
      if (current.version !== edit.version) throw stale(current);
      const before = inOrder(current);
      const region = edit.region && regionIn(current.country, edit.region);
      const after = {
        ...before,
        ...onlyGiven({ region, timeZone, workingDays: edit.workingDays, holidays: edit.holidays }),
      };
      refuse(calendarRefusal(after));
      const state = inOrder(after);
      const changes = changesBetween(before, state);
      if (changes.length === 0) return current;
      const { firmId, userId } = actor;
      await this.repository.keepOfficeVersion(tx, firmId, officeId, {
        version: current.version,
        byUserId: null,
        state: before,
      });
      await this.repository.saveOffice(tx, firmId, officeId, state);
      const version = current.version + 1;
      await this.repository.keepOfficeVersion(tx, firmId, officeId, { version, byUserId: userId, state });
      await this.repository.lookAgain(tx, firmId, { officeId });
      const detail = { version, changes: changes.length };
      await this.audit.fact(tx, actor, { fact: OFFICE_CALENDAR_CHANGED, subject: ['office', officeId], detail });
      return this.currentOffice(tx, actor, officeId);
    });
  }

  async officeProposals(actor: Actor, officeId: string, asked: ProposalsAsked): Promise<{ items: HolidayProposal[] }> {
    const { country, region, holidays } = await this.officeCalendar(actor, officeId);
    const wanted = asked.region ? regionAsked(country, asked.region) : region;
    return { items: await proposals(country, { year: asked.year, region: wanted }, holidays) };
  }

  async officeVersions(actor: Actor, officeId: string): Promise<{ items: CalendarVersion[] }> {
    await this.officeCalendar(actor, officeId);
    const { db } = this.database;
    const stored = await this.repository.officeVersions(db, actor.firmId, officeId, VERSIONS_SHOWN + 1);
    return { items: await this.told(actor, stored) };
  }

  async clientCalendar(actor: Actor, clientId: string): Promise<ClientCalendarRecord> {
    return this.currentClient(this.database.db, actor, clientId);
  }

  async editClientCalendar(actor: Actor, clientId: string, edit: EditClientCalendar): Promise<ClientCalendarRecord> {
    demand(mayOpenSearch(actor), "Clients' calendars are changed by consultants and partners.");
    return this.database.transaction(async (tx) => {
      await this.repository.lockClient(tx, actor.firmId, clientId);
      const current = await this.currentClient(tx, actor, clientId);
      if (current.version !== edit.version) throw stale(current);
      refuse(holidaysRefusal(edit.holidays));
      const holidays = holidaysInOrder(edit.holidays);
      const changes = changesBetween({ holidays: current.holidays }, { holidays });
      if (changes.length === 0) return current;
      const { firmId, userId } = actor;
      await this.repository.keepClientVersion(tx, firmId, clientId, {
        version: current.version,
        byUserId: null,
        holidays: current.holidays,
      });
      await this.repository.saveClient(tx, firmId, clientId, holidays);
      const version = current.version + 1;
      await this.repository.keepClientVersion(tx, firmId, clientId, { version, byUserId: userId, holidays });
      await this.repository.lookAgain(tx, firmId, { clientId });
      const detail = { version, changes: changes.length };
      await this.audit.fact(tx, actor, { fact: CLIENT_CALENDAR_CHANGED, subject: ['client', clientId], detail });
      return this.currentClient(tx, actor, clientId);
    });
  }

  async clientProposals(actor: Actor, clientId: string, asked: ProposalsAsked): Promise<{ items: HolidayProposal[] }> {
    const { country, holidays } = await this.clientCalendar(actor, clientId);
    if (!country) return { items: [] };
    const region = asked.region ? regionAsked(country, asked.region) : null;
    return { items: await proposals(country, { year: asked.year, region }, holidays) };
  }

  regions(country: string): Promise<HolidayRegions> {
    return holidayRegions(country);
  }

  async clientVersions(actor: Actor, clientId: string): Promise<{ items: CalendarVersion[] }> {
    await this.clientCalendar(actor, clientId);
    const { db } = this.database;
    const stored = await this.repository.clientVersions(db, actor.firmId, clientId, VERSIONS_SHOWN + 1);
    return { items: await this.told(actor, stored) };
  }

  private async currentOffice(db: Transaction, actor: Actor, officeId: string): Promise<OfficeCalendarRecord> {
    const office = await this.repository.office(db, actor, officeId);
    if (!office) throw new DomainError<CalendarsErrorCode>('office_not_found', 'There is no office with this id.');
    return { ...office, allowed: { edit: mayManageFirm(actor) } };
  }

  private async currentClient(db: Transaction, actor: Actor, clientId: string): Promise<ClientCalendarRecord> {
    const client = await this.repository.client(db, actor, clientId);
    if (!client) throw new DomainError<CalendarsErrorCode>('client_not_found', 'There is no client with this id.');
    return { ...client, allowed: { edit: mayOpenSearch(actor) } };
  }

  /** Versions as a person reads them: who, when, and what was different before. */
  private async told(actor: Actor, stored: readonly StoredVersion[]): Promise<CalendarVersion[]> {
    const { items: users } = await this.identity.listUsers(actor);
    return stored.slice(0, VERSIONS_SHOWN).map((kept, i) => {
      const before = stored[i + 1];
      const by = users.find(({ id }) => id === kept.byUserId);
      return {
        version: kept.version,
        at: kept.at,
        by: by ? { id: by.id, name: by.name } : null,
        changes: before ? changesBetween(before, kept, CHANGES_SAID) : [],
        holidays: kept.holidays.length,
      };
    });
  }
}

async function proposals(
  country: string,
  { region, year }: ProposalsAsked,
  holidays: readonly CalendarHoliday[],
): Promise<HolidayProposal[]> {
  const known = new Set(holidays.map(({ date }) => date));
  const found = await publicHolidays(country, [year], region ?? null);
  return found
    .filter(({ date }) => date.startsWith(`${year}`))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, name }) => ({ date, name, taken: known.has(date) }));
}

/** `none` is the country without any of its regions. */
function regionAsked(country: string, text: string): string | null {
  return text === 'none' ? null : regionIn(country, text);
}

function regionIn(country: string, text: string): string {
  const region = regionOf(country, text);
  if (region) return region;
  throw new DomainError<CalendarsErrorCode>('unknown_region', unknownRegion(country, text));
}

function refuse(refusal: Refusal | null): void {
  if (refusal) throw new DomainError<CalendarsErrorCode>(refusal.code, refusal.sentence);
}

const stale = (current: unknown): DomainError<CalendarsErrorCode> =>
  new DomainError('stale_version', STALE, { current });
