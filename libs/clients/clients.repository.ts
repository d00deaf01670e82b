import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { DEFAULT_PAGE, readPlace, type PageRequest } from '@app/platform/lists/page.js';
import { orderOf, sortedBy, sortedPage, type Sortable } from '@app/platform/lists/sorted.js';
import { MOST_DUPLICATES, type PossibleDuplicate } from '@app/platform/persons/possible-duplicates.js';
import type { Actor } from '@app/identity/identity.types.js';
import { viewer, visibleSearch } from '@app/identity/visible.sql.js';
import type {
  AddClient,
  Client,
  ClientFilter,
  ClientRow,
  ClientSearch,
  ClientSort,
  Contact,
  ContactRecord,
} from './clients.types.js';
import { ClientEntity } from './client.entity.js';
import { ContactEntity } from './contact.entity.js';

const ROW = 'c.id, c.ref, c.name, c.domain, c.country, c.industry, c.version';

const SORTABLE = {
  name: { sql: 'c.name', type: 'text' },
  industry: { sql: '(c.industry collate "und-x-icu")', type: 'text', optional: true },
  country: { sql: 'c.country', type: 'text', optional: true },
} satisfies Record<string, Sortable>;

export type ListedClient = ClientRow & { sort_key: string | null };

export type StoredClient = Omit<Client, 'allowed' | 'contacts' | 'searches'>;

export type StoredContact = Omit<ContactRecord, 'allowed' | 'searches'>;

type Added = Pick<Contact, 'id' | 'name' | 'email' | 'role'>;

const CONTACT = 'k.id, k.name, k.email, k.role, k.erased_at is not null as erased, k.version';

@Injectable()
export class ClientsRepository {
  /** One page, in one query; a row more than asked for tells that there is another page. */
  async list(
    db: Transaction,
    firmId: string,
    filter: ClientFilter,
    page: PageRequest & { sort?: ClientSort },
  ): Promise<ListedClient[]> {
    const parameters: unknown[] = [firmId];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const where = ['c.firm_id = $1'];
    if (filter.q) where.push(`c.words @@ asked_words(${bind(filter.q)})`);
    if (filter.country) where.push(`c.country = ${bind(filter.country)}`);
    if (filter.industry) where.push(`found_words(c.industry) @@ asked_words(${bind(filter.industry)})`);
    const by = sortedBy(SORTABLE, page.sort, 'name');
    const place = readPlace(page.after, by);
    const limit = (page.limit ?? DEFAULT_PAGE) + 1;
    const walk = { from: 'client', alias: 'c', columns: 'c.*', where, by, place, limit, bind };
    return db.query<ListedClient[]>(
      `select ${ROW}, c.sort_key from (${sortedPage(walk)}) c order by ${orderOf(by, 'c.id')}`,
      parameters,
    );
  }

  async find(db: Transaction, firmId: string, clientId: string): Promise<StoredClient | null> {
    const [row] = await db.query<StoredClient[]>(`select ${ROW} from client c where c.firm_id = $1 and c.id = $2`, [
      firmId,
      clientId,
    ]);
    return row ?? null;
  }

  async contacts(db: Transaction, firmId: string, clientId: string): Promise<Contact[]> {
    return db.query(
      `select ${CONTACT} from contact k where k.firm_id = $1 and k.client_id = $2
       order by k.erased_at is not null, k.name, k.id`,
      [firmId, clientId],
    );
  }

  async contact(db: Transaction, firmId: string, contactId: string): Promise<StoredContact | null> {
    const [row] = await db.query<StoredContact[]>(
      `select ${CONTACT}, jsonb_build_object('id', c.id, 'name', c.name) as client
       from contact k join client c on c.firm_id = k.firm_id and c.id = k.client_id
       where k.firm_id = $1 and k.id = $2`,
      [firmId, contactId],
    );
    return row ?? null;
  }

  async searches(db: Transaction, actor: Actor, clientId: string): Promise<ClientSearch[]> {
    return db.query(
      `select s.id, s.ref, s.title, s.status, s.opened_at as "openedAt"
       from search_header s
       where s.firm_id = $1 and s.client_id = $4
         and ${visibleSearch('s')}
       order by s.opened_at desc, s.id desc limit 100`,
      [...viewer(actor), clientId],
    );
  }

  async insert(tx: Transaction, firmId: string, id: string, client: AddClient): Promise<void> {
    const { name, domain, country, industry } = client;
    await tx.insert(ClientEntity, { firmId, id, name, domain, country, industry });
  }

  async lock(tx: Transaction, firmId: string, clientId: string): Promise<StoredClient | null> {
    const [row] = await tx.query<StoredClient[]>(
      `select ${ROW} from client c where c.firm_id = $1 and c.id = $2 for no key update`,
      [firmId, clientId],
    );
    return row ?? null;
  }

  async update(tx: Transaction, firmId: string, client: StoredClient): Promise<void> {
    const { id, name, domain, country, industry } = client;
    await tx.update(ClientEntity, { firmId, id }, { name, domain, country, industry });
  }

  async insertContact(tx: Transaction, firmId: string, clientId: string, contact: Added): Promise<void> {
    const { id, name, email, role } = contact;
    await tx.insert(ContactEntity, { firmId, id, clientId, name, email, role });
  }

  async lockContact(tx: Transaction, firmId: string, clientId: string, contactId: string): Promise<Contact | null> {
    const [row] = await tx.query<Contact[]>(
      `select ${CONTACT} from contact k where k.firm_id = $1 and k.client_id = $2 and k.id = $3 for no key update`,
      [firmId, clientId, contactId],
    );
    return row ?? null;
  }

  /** Who else has this address already, whatever its case. */
  async withSameAddress(
    db: Transaction,
    firmId: string,
    email: string | null,
    except: string | null,
  ): Promise<PossibleDuplicate[]> {
    return db.query(
      `select k.id, k.name, array['email'] as same, jsonb_build_object('id', c.id, 'name', c.name) as client
       from contact k join client c on c.firm_id = k.firm_id and c.id = k.client_id
       where k.firm_id = $1 and k.erased_at is null and lower(k.email) = lower($2::text)
         and k.id is distinct from $3::uuid
       order by k.name, k.id limit ${MOST_DUPLICATES}`,
      [firmId, email, except],
    );
  }

  async updateContact(tx: Transaction, firmId: string, contact: Contact): Promise<void> {
    const { id, name, email, role } = contact;
    await tx.update(ContactEntity, { firmId, id }, { name, email, role });
  }
}
