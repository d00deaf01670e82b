import { Injectable } from '@nestjs/common';
import { TasksService } from '@app/tasks/tasks.service.js';
import { AuditService } from '@app/audit/audit.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { searchNotFound, SearchesService } from '@app/searches/searches.service.js';
import type { Search } from '@app/searches/searches.types.js';
import { GLASS_BROKEN } from './break-glass.events.js';
import { BreakGlassRepository } from './break-glass.repository.js';
import type { BreakGlass } from './break-glass.types.js';

/**
 * The last key to a confidential search: an admin puts themselves on its team, with a reason, and nobody on it fails to
 * hear of it. To everybody else, and where there is nothing to open, it answers as if there were no such search.
 */
@Injectable()
export class BreakGlassService {
  constructor(
    private readonly database: Database,
    private readonly repository: BreakGlassRepository,
    private readonly searches: SearchesService,
    private readonly tasks: TasksService,
    private readonly audit: AuditService,
  ) {}

  /** `author` is who stands in the audit: the admin, or the system where an operator acts for them. */
  async open(author: Actor, admin: Actor, { search, reason }: BreakGlass): Promise<{ items: Search[] }> {
    if (admin.role !== 'admin') throw searchNotFound();
    return this.database.transaction(async (tx) => {
      const ids = search
        ? await this.repository.lockHidden(tx, admin, search)
        : await this.repository.lockForsaken(tx, admin.firmId);
      if (search && ids.length === 0) throw searchNotFound();
      const items: Search[] = [];
      for (const id of ids) items.push(await this.openOne(tx, author, admin, id, reason));
      return { items };
    });
  }

  /**
   * Whoever is on the team of this confidential search from now on without anybody on it having asked them: the others
   * hear of it, or they themselves where there is nobody else. For the rooms above, in their transaction.
   */
  async tell(
    tx: Transaction,
    author: Actor,
    { searchId, userId, title, from }: { searchId: string; userId: string; title: string; from?: string },
  ): Promise<void> {
    const { firmId } = author;
    const team = await this.repository.activeTeam(tx, firmId, searchId);
    const others = team.filter((id) => id !== userId);
    const told = others.length > 0 ? others : [userId];
    await this.tasks.tell(tx, author, { title, searchId, assigneeIds: told });
    await this.audit.fact(tx, author, {
      fact: GLASS_BROKEN,
      subject: ['search', searchId],
      detail: { adminId: userId, toldUserIds: told, ...(from ? { from } : {}) },
    });
  }

  private async openOne(
    tx: Transaction,
    author: Actor,
    admin: Actor,
    searchId: string,
    reason: string,
  ): Promise<Search> {
    const userId = admin.userId ?? '';
    await this.searches.putOnTeam(tx, admin.firmId, searchId, userId);
    const title = `An admin opened this confidential search and is now on its team. Reason: ${reason}`;
    await this.tell(tx, author, { searchId, userId, title });
    return this.searches.read(tx, admin, searchId);
  }
}
