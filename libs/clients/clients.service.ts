import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { mayWorkPipeline } from '@app/identity/access.rules.js';
import { demand } from '@app/identity/access.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DEFAULT_PAGE, pageOf, type Page, type PageRequest } from '@app/platform/database/page.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { announce } from '@app/platform/outbox/outbox.js';
import { CLIENT_ADDED } from './clients.events.js';
import { ClientsRepository } from './clients.repository.js';
import type { AddClient, Client, ClientErrorCode, ClientRow } from './clients.types.js';

@Injectable()
export class ClientsService {
  constructor(
    private readonly database: Database,
    private readonly repository: ClientsRepository,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, q: string | undefined, page: PageRequest): Promise<Page<ClientRow>> {
    const rows = await this.repository.list(this.database.reader, actor.firmId, q, page);
    return pageOf(rows, page.limit ?? DEFAULT_PAGE, ({ name, id }) => [name, id]);
  }

  async find(actor: Actor, clientId: string): Promise<Client> {
    return this.current(this.database.reader, actor, clientId);
  }

  async addClient(actor: Actor, input: AddClient): Promise<Client> {
    demand(mayWorkPipeline(actor), 'Clients are added by the people of the firm.');
    const { firmId } = actor;
    return this.database.transaction(async (tx) => {
      const id = newId();
      await this.repository.insert(tx, firmId, id, input);
      await this.audit.record(tx, actor, { action: CLIENT_ADDED, subjectType: 'client', subjectId: id });
      await announce(tx, firmId, CLIENT_ADDED, id);
      return this.current(tx, actor, id);
    });
  }

  private async current(db: Transaction, actor: Actor, clientId: string): Promise<Client> {
    const client = await this.repository.find(db, actor.firmId, clientId);
    if (!client) throw new DomainError<ClientErrorCode>('client_not_found', 'There is no client with this id.');
    const contacts = await this.repository.contacts(db, actor.firmId, clientId);
    return { ...client, contacts, searches: await this.repository.searches(db, actor, clientId) };
  }
}
