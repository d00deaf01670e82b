import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { mayErasePersons, mayWorkPipeline } from '@app/identity/access.rules.js';
import { demand } from '@app/platform/errors/demand.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { reachesOf, type Reaches, refuseKnown } from '@app/platform/persons/possible-duplicates.js';
import { changesTo } from '@app/platform/values/given.js';
import { eachAlone } from '@app/platform/once/each-alone.js';
import { newId } from '@app/platform/database/id.js';
import { DEFAULT_PAGE, type Page, type PageRequest } from '@app/platform/lists/page.js';
import { sortedPageOf } from '@app/platform/lists/sorted.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { TombstonesService } from '@app/tombstones/tombstones.service.js';
import { CLIENT_ADDED, CLIENT_CHANGED, CONTACT_ADDED, CONTACT_CHANGED } from './clients.events.js';
import { ClientsRepository, type StoredClient } from './clients.repository.js';
import type {
  AddClient,
  AddContact,
  ChangedClient,
  Client,
  ClientChange,
  ClientChanges,
  ClientErrorCode,
  ClientFilter,
  ClientRow,
  ClientSort,
  ContactRecord,
  EditClient,
  EditContact,
} from './clients.types.js';

const CHANGED_SINCE = 'Somebody changed this client in the meantime. Review it, then change it again.';
const NOT_ALLOWED = 'Only people at the firm can change clients and contacts.';

@Injectable()
export class ClientsService {
  constructor(
    private readonly database: Database,
    private readonly repository: ClientsRepository,
    private readonly tombstones: TombstonesService,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, filter: ClientFilter, page: PageRequest & { sort?: ClientSort }): Promise<Page<ClientRow>> {
    const rows = await this.repository.list(this.database.db, actor.firmId, filter, page);
    return sortedPageOf(rows, page.limit ?? DEFAULT_PAGE);
  }

  async find(actor: Actor, clientId: string): Promise<Client> {
    return this.current(this.database.db, actor, clientId);
  }

  async findContact(actor: Actor, contactId: string): Promise<ContactRecord> {
    const db = this.database.db;
    const contact = await this.repository.contact(db, actor.firmId, contactId);
    if (!contact) throw new DomainError<ClientErrorCode>('contact_not_found', 'There is no contact with this id.');
    const searches = await this.repository.searches(db, actor, contact.client.id);
    const work = !contact.erased;
    return {
      ...contact,
      searches,
      allowed: { edit: work && mayWorkPipeline(actor), erase: work && mayErasePersons(actor) },
    };
  }

  async addClient(actor: Actor, input: AddClient): Promise<Client> {
    demand(mayWorkPipeline(actor), 'Only people at the firm can add clients.');
    const { firmId } = actor;
    return this.database.transaction(async (tx) => {
      const id = newId();
      await this.repository.insert(tx, firmId, id, input);
      await this.audit.fact(tx, actor, { fact: CLIENT_ADDED, subject: ['client', id] });
      return this.current(tx, actor, id);
    });
  }

  async editClient(actor: Actor, clientId: string, { version, ...given }: EditClient): Promise<Client> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      const client = await this.repository.lock(tx, actor.firmId, clientId);
      if (!client) throw notFound();
      if (client.version !== version) throw await this.stale(tx, actor, clientId, 'this client');
      const changes = changesTo(client, given);
      if (!changes) return this.current(tx, actor, clientId);
      await this.write(tx, actor, client, changes);
      return this.current(tx, actor, clientId);
    });
  }

  /** What `changeClients` would do, and what it would refuse; nothing is written. */
  previewChanges(actor: Actor, changes: readonly ClientChange[]): Promise<ClientChanges> {
    return this.each(actor, changes, false);
  }

  /** All in one transaction; what is refused is refused alone, before anything of it is written. */
  changeClients(actor: Actor, changes: readonly ClientChange[]): Promise<ClientChanges> {
    return this.each(actor, changes, true);
  }

  private async each(actor: Actor, changes: readonly ClientChange[], write: boolean): Promise<ClientChanges> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    // in one order, so that two who change some of the same never wait for each other
    const inOrder = [...changes.entries()].sort(([, a], [, b]) => (a.clientId < b.clientId ? -1 : 1));
    return this.database.transaction((tx) => eachAlone(inOrder, (change) => this.change(tx, actor, change, write)));
  }

  private async change(
    tx: Transaction,
    actor: Actor,
    { clientId, version, ...given }: ClientChange,
    write: boolean,
  ): Promise<ChangedClient> {
    const client = await this.repository.lock(tx, actor.firmId, clientId);
    if (!client) throw notFound();
    if (client.version !== version) throw new DomainError<ClientErrorCode>('stale_version', CHANGED_SINCE);
    const changes = changesTo(client, given);
    if (!changes) throw new DomainError<ClientErrorCode>('client_like_that', 'The client is like that already.');
    if (write) await this.write(tx, actor, client, changes);
    const { id, name, industry, country } = client;
    return { id, name, version: write ? version + 1 : version, before: { industry, country } };
  }

  private async write(tx: Transaction, actor: Actor, client: StoredClient, changes: Partial<AddClient>): Promise<void> {
    await this.repository.update(tx, actor.firmId, { ...client, ...changes });
    const detail = { changed: Object.keys(changes) };
    await this.audit.fact(tx, actor, { fact: CLIENT_CHANGED, subject: ['client', client.id], detail });
  }

  /**
   * Somebody who decides starts no clock by being known; a conversation with them does. `force`: although somebody with
   * the same address is here already.
   */
  async addContact(actor: Actor, clientId: string, input: AddContact, force = false): Promise<Client> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    const { name, email = null, role, despiteErasure: despite } = input;
    return this.database.transaction(async (tx) => {
      const client = await this.repository.find(tx, actor.firmId, clientId);
      if (!client) throw notFound();
      await this.tombstones.refuseErased(tx, actor, { marks: { name, email, employer: client.name }, despite });
      if (!force) await this.refuseKnown(tx, actor, reachesOf({ email }), null);
      const id = newId();
      await this.repository.insertContact(tx, actor.firmId, clientId, { id, name, email, role });
      await this.audit.fact(tx, actor, { fact: CONTACT_ADDED, subject: ['contact', id] });
      return this.current(tx, actor, clientId);
    });
  }

  /** Another role moves the last word with a decision maker of the client's searches, by the trigger `decision_maker_changed`. */
  async editContact(
    actor: Actor,
    clientId: string,
    contactId: string,
    input: EditContact,
    force = false,
  ): Promise<Client> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    const { version, despiteErasure, ...given } = input;
    return this.database.transaction(async (tx) => {
      const client = await this.repository.find(tx, actor.firmId, clientId);
      const contact = await this.repository.lockContact(tx, actor.firmId, clientId, contactId);
      if (!client || !contact) {
        throw new DomainError<ClientErrorCode>('contact_not_found', 'There is no such contact at this client.');
      }
      if (contact.erased) {
        throw new DomainError<ClientErrorCode>(
          'contact_erased',
          'This person was erased, so there is nothing to change.',
        );
      }
      if (contact.version !== version) throw await this.stale(tx, actor, clientId, 'this contact');
      const changes = changesTo(contact, given);
      if (!changes) return this.current(tx, actor, clientId);
      const changed = { ...contact, ...changes };
      const employer = client.name;
      await this.tombstones.refuseErased(tx, actor, {
        ...{ marks: { ...changed, employer }, before: { ...contact, employer } },
        despite: despiteErasure,
      });
      if (!force) await this.refuseKnown(tx, actor, reachesOf(changed, contact), contactId);
      await this.repository.updateContact(tx, actor.firmId, changed);
      const detail = { changed: Object.keys(changes) };
      await this.audit.fact(tx, actor, { fact: CONTACT_CHANGED, subject: ['contact', contactId], detail });
      return this.current(tx, actor, clientId);
    });
  }

  private refuseKnown(tx: Transaction, { firmId }: Actor, reaches: Reaches, except: string | null): Promise<void> {
    return refuseKnown(tx, firmId, reaches, () => this.repository.withSameAddress(tx, firmId, reaches.email, except));
  }

  private async stale(tx: Transaction, actor: Actor, clientId: string, what: string): Promise<DomainError> {
    return new DomainError<ClientErrorCode>(
      'stale_version',
      `Somebody changed ${what} in the meantime. Review the current version, then save again.`,
      { current: await this.current(tx, actor, clientId) },
    );
  }

  private async current(db: Transaction, actor: Actor, clientId: string): Promise<Client> {
    const client = await this.repository.find(db, actor.firmId, clientId);
    if (!client) throw notFound();
    const contacts = await this.repository.contacts(db, actor.firmId, clientId);
    const allowed = { edit: mayWorkPipeline(actor), erase: mayErasePersons(actor) };
    return { ...client, allowed, contacts, searches: await this.repository.searches(db, actor, clientId) };
  }
}

function notFound(): DomainError<ClientErrorCode> {
  return new DomainError('client_not_found', 'There is no client with this id.');
}
