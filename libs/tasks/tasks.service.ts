import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { demand } from '@app/platform/errors/demand.js';
import { mayWorkPipeline } from '@app/identity/access.rules.js';
import { IdentityService } from '@app/identity/identity.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, sqlState, type Transaction } from '@app/platform/database/database.js';
import { changesTo } from '@app/platform/values/given.js';
import { newId } from '@app/platform/database/id.js';
import { DEFAULT_PAGE, pageOf, type Page, type PageRequest } from '@app/platform/lists/page.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import { ActivitiesService, FOREIGN_KEY_VIOLATION } from '@app/activities/activities.service.js';
import { TASK_ADDED, TASK_CHANGED, TASK_DONE, TASK_UNDONE } from './tasks.events.js';
import { TasksRepository, type LockedTask } from './tasks.repository.js';
import { decideAssignee, decideTaskChange, decideTaskDone, decideTaskUndone, type TaskRefusal } from './tasks.rules.js';
import type { AddTask, EditTask, Task, TaskErrorCode, TaskFilter } from './tasks.types.js';

const NOT_ALLOWED = 'Only people at the firm can add or change tasks.';

/** What somebody has promised to do by a moment, about a search, a candidate, a contact or nothing in particular. */
@Injectable()
export class TasksService {
  constructor(
    private readonly database: Database,
    private readonly repository: TasksRepository,
    private readonly activities: ActivitiesService,
    private readonly identity: IdentityService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Open ones first, by due moment: of a search, a candidate or a contact, else one's own. */
  async list(actor: Actor, filter: TaskFilter, page: PageRequest): Promise<Page<Task>> {
    const db = this.database.db;
    if (filter.searchId && !(await this.repository.visibleSearch(db, actor, filter.searchId))) throw searchNotFound();
    const rows = await this.repository.list(db, actor, filter, page);
    const { items, next } = pageOf(rows, page.limit ?? DEFAULT_PAGE, ({ doneAt, dueKey, id }) => [
      doneAt ? 'done' : 'open',
      dueKey,
      id,
    ]);
    return { items: items.map(({ dueKey: _, ...task }) => task), next };
  }

  async addTask(actor: Actor, input: AddTask): Promise<Task> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    const { firmId, userId } = actor;
    const { title, dueAt, searchId = null, candidateId = null, contactId = null } = input;
    return this.database.transaction(async (tx) => {
      const search = searchId ? await this.repository.visibleSearch(tx, actor, searchId) : null;
      if (searchId && !search) throw searchNotFound();
      const assigneeId = input.assigneeId ?? userId ?? '';
      await this.refuseAssignee(tx, actor, assigneeId, searchId, search?.confidential ?? false);
      await this.activities.refuseErased(tx, firmId, { candidateId, contactId });
      const id = newId();
      await this.repository
        .insert(tx, { id, firmId, title, dueAt, assigneeId, searchId, candidateId, contactId, createdBy: userId })
        .catch((error: unknown) => {
          if (sqlState(error) !== FOREIGN_KEY_VIOLATION) throw error;
          throw refusal('unknown_subject', 'There is no such candidate or contact in this firm.');
        });
      const detail = { assigneeId, searchId, candidateId, contactId };
      return this.recorded(tx, actor, id, TASK_ADDED, detail);
    });
  }

  /** One task for each of these people, due at once, in the transaction that gave the reason for it. */
  async tell(
    tx: Transaction,
    actor: Actor,
    { title, searchId, assigneeIds }: { title: string; searchId: string; assigneeIds: readonly string[] },
  ): Promise<void> {
    const { firmId, userId: createdBy } = actor;
    const dueAt = this.clock.now();
    for (const assigneeId of assigneeIds) {
      const id = newId();
      const about = { searchId, candidateId: null, contactId: null };
      await this.repository.insert(tx, { id, firmId, title, dueAt, assigneeId, ...about, createdBy });
      const detail = { assigneeId, ...about };
      await this.audit.fact(tx, actor, { fact: TASK_ADDED, subject: ['task', id], detail });
    }
  }

  async editTask(actor: Actor, taskId: string, { version, ...given }: EditTask): Promise<Task> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      const task = await this.lock(tx, actor, taskId, version);
      refuse(decideTaskChange(task.doneAt));
      const changes = changesTo(task, given);
      if (!changes) return this.current(tx, actor, taskId);
      if (given.assigneeId) {
        const search = task.searchId ? await this.repository.visibleSearch(tx, actor, task.searchId) : null;
        await this.refuseAssignee(tx, actor, given.assigneeId, task.searchId, search?.confidential ?? false);
      }
      await this.repository.update(tx, actor.firmId, { ...task, ...changes });
      return this.recorded(tx, actor, taskId, TASK_CHANGED, { changed: Object.keys(changes) });
    });
  }

  async markDone(actor: Actor, taskId: string, version: number): Promise<Task> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      const task = await this.lock(tx, actor, taskId, version);
      refuse(decideTaskDone(task.doneAt));
      await this.repository.setDone(tx, actor.firmId, taskId, { at: this.clock.now(), by: actor.userId });
      return this.recorded(tx, actor, taskId, TASK_DONE, {});
    });
  }

  async markUndone(actor: Actor, taskId: string, version: number): Promise<Task> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      const task = await this.lock(tx, actor, taskId, version);
      refuse(decideTaskUndone(task.doneAt));
      await this.repository.setDone(tx, actor.firmId, taskId, null);
      return this.recorded(tx, actor, taskId, TASK_UNDONE, {});
    });
  }

  /** How many open ones this person has, of those the actor may see. */
  countOpenOf(actor: Actor, userId: string): Promise<number> {
    return this.repository.countOpenOf(this.database.db, actor, userId);
  }

  /** For the room above, when somebody leaves: what they had promised, hidden or not, is for somebody else to do. */
  async handOver(tx: Transaction, actor: Actor, from: string, to: string): Promise<number> {
    const taskIds = await this.repository.handOver(tx, actor.firmId, from, to);
    const detail = { assigneeId: to, from };
    for (const taskId of taskIds) {
      await this.audit.fact(tx, actor, { fact: TASK_CHANGED, subject: ['task', taskId], detail });
    }
    return taskIds.length;
  }

  private async refuseAssignee(
    tx: Transaction,
    { firmId }: Actor,
    assigneeId: string,
    searchId: string | null,
    confidential: boolean,
  ): Promise<void> {
    await this.identity.demandWorking(tx, firmId, [assigneeId]);
    const assignee = await this.repository.assignee(tx, firmId, assigneeId, searchId);
    refuse(decideAssignee({ assignee, confidential }));
  }

  private async lock(tx: Transaction, actor: Actor, taskId: string, version: number): Promise<LockedTask> {
    const task = await this.repository.lock(tx, actor, taskId);
    if (!task) throw notFound();
    if (task.version !== version) {
      const current = await this.repository.find(tx, actor, taskId);
      throw new DomainError<TaskErrorCode>('stale_version', 'Somebody changed this task in the meantime.', { current });
    }
    return task;
  }

  private async recorded(
    tx: Transaction,
    actor: Actor,
    taskId: string,
    fact: string,
    detail: Record<string, unknown>,
  ): Promise<Task> {
    await this.audit.fact(tx, actor, { fact, subject: ['task', taskId], detail });
    return this.current(tx, actor, taskId);
  }

  private async current(tx: Transaction, actor: Actor, taskId: string): Promise<Task> {
    const task = await this.repository.find(tx, actor, taskId);
    if (!task) throw notFound();
    return task;
  }
}

const refusal = (code: TaskErrorCode, sentence: string): DomainError<TaskErrorCode> => new DomainError(code, sentence);

function refuse(refused: TaskRefusal | null): void {
  if (refused) throw refusal(refused.code, refused.sentence);
}

const notFound = (): DomainError<TaskErrorCode> =>
  refusal('task_not_found', 'There is no task with this id, or you are not on the team of its search.');

// the sentence of the searches room, so that the two cannot be told apart
const searchNotFound = (): DomainError<TaskErrorCode> =>
  refusal('search_not_found', 'There is no search with this id, or you are not on its team.');
