import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { mayManageFirm } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { demand } from '@app/platform/errors/demand.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { changesTo } from '@app/platform/values/given.js';
import { VIEW_CHANGED, VIEW_REMOVED, VIEW_SAVED } from './views.events.js';
import { refusedWords } from './views.rules.js';
import { ViewsRepository } from './views.repository.js';
import type { ChangeView, ListName, SaveView, StoredView, View, ViewsErrorCode } from './views.types.js';

/** So many of one list are still found in a menu. */
const MOST_VIEWS = 50;

/** Lists as people look at them. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly database: Database,
    private readonly repository: ViewsRepository,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, list: ListName): Promise<{ items: View[] }> {
    const views = await this.repository.list(this.database.db, actor.firmId, actor.userId, list);
    return { items: views.map((view) => told(actor, view)) };
  }

  async saveView(actor: Actor, { list, ...fields }: SaveView): Promise<View> {
    const userId = actor.userId ?? '';
    demandWords(list, fields.asked);
    return this.database.transaction(async (tx) => {
      const id = newId();
      const others = await this.repository.lockNamesOf(tx, actor.firmId, userId, list);
      if (others.length >= MOST_VIEWS) {
        const sentence = `You have ${MOST_VIEWS} views of this list already. Remove one first.`;
        throw new DomainError<ViewsErrorCode>('too_many_views', sentence);
      }
      refuseTaken(others, fields.name);
      await this.repository.insert(tx, actor.firmId, { id, userId, list, ...fields });
      await this.record(tx, actor, VIEW_SAVED, { id, list, shared: fields.shared });
      return this.current(tx, actor, id);
    });
  }

  async changeView(actor: Actor, id: string, { version, ...given }: ChangeView): Promise<View> {
    return this.database.transaction(async (tx) => {
      const { view, others } = await this.lock(tx, actor, id, version);
      const changes = changesTo(view, given);
      if (!changes) return told(actor, view);
      const changed = { ...view, ...changes };
      if (changes.asked) demandWords(view.list, changes.asked);
      refuseTaken(others, changed.name);
      await this.repository.update(tx, actor.firmId, changed);
      await this.record(tx, actor, VIEW_CHANGED, changed);
      // one that is shared no longer is still told to who took it back
      return told(actor, await this.found(tx, { ...actor, userId: view.by.id }, id));
    });
  }

  async removeView(actor: Actor, id: string, version: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { view } = await this.lock(tx, actor, id, version);
      await this.repository.delete(tx, actor.firmId, id);
      await this.record(tx, actor, VIEW_REMOVED, view);
    });
  }

  /** The view as it is now, which nobody else changes meanwhile, and the other views of whose it is. */
  private async lock(tx: Transaction, actor: Actor, id: string, version: number) {
    const { by, list } = await this.found(tx, actor, id);
    const names = await this.repository.lockNamesOf(tx, actor.firmId, by.id, list);
    const view = await this.found(tx, actor, id);
    demand(mayChange(actor, view), 'A view of somebody else is changed by them, or by partners and admins.');
    if (view.version !== version) {
      throw new DomainError<ViewsErrorCode>('stale_version', 'Somebody changed this view in the meantime.', {
        current: told(actor, view),
      });
    }
    return { view, others: names.filter((other) => other.id !== id) };
  }

  private async current(tx: Transaction, actor: Actor, id: string): Promise<View> {
    return told(actor, await this.found(tx, actor, id));
  }

  private async found(tx: Transaction, actor: Actor, id: string): Promise<StoredView> {
    const view = await this.repository.find(tx, actor.firmId, actor.userId, id);
    if (!view) throw new DomainError<ViewsErrorCode>('view_not_found', 'There is no view with this id.');
    return view;
  }

  private async record(
    tx: Transaction,
    actor: Actor,
    fact: string,
    { id, list, shared }: Pick<StoredView, 'id' | 'list' | 'shared'>,
  ): Promise<void> {
    await this.audit.fact(tx, actor, { fact, subject: ['saved_view', id], detail: { list, shared } });
  }
}

/** Who is asked is the one who saved it; what everybody sees can be put in order by who manages the firm. */
const mayChange = (actor: Actor, view: StoredView): boolean =>
  actor.userId === view.by.id || (view.shared && mayManageFirm(actor));

const told = (actor: Actor, view: StoredView): View => ({ ...view, allowed: { change: mayChange(actor, view) } });

function demandWords(list: ListName, asked: readonly string[]): void {
  const sentence = refusedWords(list, asked);
  if (sentence) throw new DomainError<ViewsErrorCode>('view_words_refused', sentence);
}

function refuseTaken(others: readonly { name: string }[], name: string): void {
  if (others.some((other) => other.name === name))
    throw new DomainError<ViewsErrorCode>('view_name_taken', 'There is a view of this name already. Choose another.');
}
