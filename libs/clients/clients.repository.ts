import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { DEFAULT_PAGE, readCursor, type PageRequest } from '@app/platform/database/page.js';
import { containsWords, likeWords } from '@app/platform/database/words.js';
import type { Actor } from '@app/identity/identity.types.js';
import type { AddClient, Client, ClientRow, ClientSearch, Contact } from './clients.types.js';

const ROW = 'c.id, c.ref, c.name, c.domain, c.country, c.industry';

@Injectable()
export class ClientsRepository {
  /** One page by name, in one query; a row more than asked for tells that there is another page. */
  async list(db: Transaction, firmId: string, q: string | undefined, page: PageRequest): Promise<ClientRow[]> {
    const parameters: unknown[] = [firmId];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const wanted = ['c.firm_id = $1'];
    const cursor = readCursor(page.after, ['text', 'uuid']);
    if (cursor) wanted.push(`(c.name, c.id) > (${bind(cursor[0])}, ${bind(cursor[1])}::uuid)`);
    if (q) {
      wanted.push(containsWords(`concat_ws(' ', c.name, c.domain, c.industry)`, bind(likeWords(q))));
    }
    return db.query<ClientRow[]>(
      `select ${ROW} from client c where ${wanted.join(' and ')}
       order by c.name, c.id limit ${bind((page.limit ?? DEFAULT_PAGE) + 1)}`,
      parameters,
    );
  }

  async find(db: Transaction, firmId: string, clientId: string): Promise<Omit<Client, 'contacts' | 'searches'> | null> {
    const [row] = await db.query<Omit<Client, 'contacts' | 'searches'>[]>(
      `select ${ROW}, c.version from client c where c.firm_id = $1 and c.id = $2`,
      [firmId, clientId],
    );
    return row ?? null;
  }

  async contacts(db: Transaction, firmId: string, clientId: string): Promise<Contact[]> {
    return db.query(
      `select id, name, email, role from contact where firm_id = $1 and client_id = $2 order by name, id`,
      [firmId, clientId],
    );
  }

  async searches(db: Transaction, actor: Actor, clientId: string): Promise<ClientSearch[]> {
    return db.query(
      `select s.id, s.ref, s.title, s.status, s.opened_at as "openedAt"
       from search_header s
       where s.firm_id = $1 and s.client_id = $4
         and ($2::boolean or not s.confidential or exists (
           select 1 from search_team t where t.firm_id = $1 and t.search_id = s.id and t.user_id = $3::uuid))
       order by s.opened_at desc, s.id desc limit 100`,
      [actor.firmId, actor.role === 'system', actor.userId, clientId],
    );
  }

  async insert(tx: Transaction, firmId: string, id: string, client: AddClient): Promise<void> {
    await tx.query(
      'insert into client (firm_id, id, name, domain, country, industry) values ($1, $2, $3, $4, $5, $6)',
      [firmId, id, client.name, client.domain ?? null, client.country ?? null, client.industry ?? null],
    );
  }
}
