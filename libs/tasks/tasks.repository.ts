import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { isConfidential, viewer, visibleSearch, visibleSubject } from '@app/identity/visible.sql.js';
import type { Transaction } from '@app/platform/database/database.js';
import { cursorMoment, DEFAULT_PAGE, readCursor, type PageRequest } from '@app/platform/lists/page.js';
import type { Task, TaskFilter } from './tasks.types.js';
import { TaskEntity } from './task.entity.js';

export interface NewTask {
  id: string;
  firmId: string;
  title: string;
  dueAt: Date;
  assigneeId: string;
  searchId: string | null;
  candidateId: string | null;
  contactId: string | null;
  createdBy: string | null;
}

/** A task locked for the transaction that will change it. */
export interface LockedTask {
  id: string;
  title: string;
  dueAt: Date;
  doneAt: Date | null;
  assigneeId: string;
  searchId: string | null;
  version: number;
}

export type ListedTask = Task & { dueKey: string };

const VISIBLE = visibleSubject('t');

const RECORD = `t.id, t.title, t.due_at as "dueAt", t.done_at as "doneAt", t.version,
  json_build_object('id', u.id, 'name', u.name) as assignee,
  case when s.id is not null then json_build_object('id', s.id, 'title', s.title) end as search,
  case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as candidate,
  case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end as contact`;

const NAMES = `join firm_user u on u.firm_id = t.firm_id and u.id = t.assignee_id
  left join search s on s.firm_id = t.firm_id and s.id = t.search_id
  left join candidate p on p.firm_id = t.firm_id and p.id = t.candidate_id
  left join contact k on k.firm_id = t.firm_id and k.id = t.contact_id`;

@Injectable()
export class TasksRepository {
  /** A page of tasks, open ones first, by due moment; a row more than asked for tells that there is another page. */
  list(db: Transaction, actor: Actor, filter: TaskFilter, page: PageRequest): Promise<ListedTask[]> {
    const parameters = viewer(actor);
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const subjects: [string, string | undefined][] = [
      ['search_id', filter.searchId],
      ['candidate_id', filter.candidateId],
      ['contact_id', filter.contactId],
    ];
    const where = subjects.flatMap(([column, id]) => (id ? [`t.${column} = ${bind(id)}`] : []));
    if (where.length === 0) where.push('t.assignee_id = $3::uuid');
    if (filter.open) where.push('t.done_at is null');
    const cursor = readCursor(page.after, ['text', 'moment', 'uuid']);
    if (cursor) {
      const [done, due, id] = cursor;
      where.push(
        `(t.done_at is not null, t.due_at, t.id) > (${bind(done === 'done')}::boolean, ${bind(due)}::timestamptz, ${bind(id)}::uuid)`,
      );
    }
    return db.query(
      `with page as (
         select t.* from task t where t.firm_id = $1 and ${where.join(' and ')} and ${VISIBLE}
         order by t.done_at is not null, t.due_at, t.id limit ${(page.limit ?? DEFAULT_PAGE) + 1}
       )
       select ${RECORD}, ${cursorMoment('t.due_at')} as "dueKey"
       from page t ${NAMES} order by t.done_at is not null, t.due_at, t.id`,
      parameters,
    );
  }

  async find(db: Transaction, actor: Actor, taskId: string): Promise<Task | null> {
    const [row] = await db.query<Task[]>(
      `select ${RECORD} from task t ${NAMES} where t.firm_id = $1 and t.id = $4 and ${VISIBLE}`,
      [...viewer(actor), taskId],
    );
    return row ?? null;
  }

  async lock(tx: Transaction, actor: Actor, taskId: string): Promise<LockedTask | null> {
    const [row] = await tx.query<LockedTask[]>(
      `select t.id, t.title, t.due_at as "dueAt", t.done_at as "doneAt", t.assignee_id as "assigneeId",
              t.search_id as "searchId", t.version
       from task t where t.firm_id = $1 and t.id = $4 and ${VISIBLE} for no key update of t`,
      [...viewer(actor), taskId],
    );
    return row ?? null;
  }

  /** Whether a search is confidential, if this person may know of it at all. */
  async visibleSearch(tx: Transaction, actor: Actor, searchId: string): Promise<{ confidential: boolean } | null> {
    const [row] = await tx.query<{ confidential: boolean }[]>(
      `select ${isConfidential('s')} as confidential from search s
       where s.firm_id = $1 and s.id = $4 and ${visibleSearch('s')}`,
      [...viewer(actor), searchId],
    );
    return row ?? null;
  }

  async assignee(
    tx: Transaction,
    firmId: string,
    userId: string,
    searchId: string | null,
  ): Promise<{ onTeam: boolean } | null> {
    const [row] = await tx.query<{ onTeam: boolean }[]>(
      `select exists (select 1 from search_team m
         where m.firm_id = u.firm_id and m.search_id = $3::uuid and m.user_id = u.id) as "onTeam"
       from firm_user u where u.firm_id = $1 and u.id = $2`,
      [firmId, userId, searchId],
    );
    return row ?? null;
  }

  /** How many open ones this person has, of those the actor may see. */
  async countOpenOf(db: Transaction, actor: Actor, userId: string): Promise<number> {
    const [row] = await db.query<{ count: number }[]>(
      `select count(*)::int as count from task t
       where t.firm_id = $1 and t.assignee_id = $4 and t.done_at is null and ${VISIBLE}`,
      [...viewer(actor), userId],
    );
    return row?.count ?? 0;
  }

  async handOver(tx: Transaction, firmId: string, from: string, to: string): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await tx.query(
      `update task set assignee_id = $3, version = version + 1
       where firm_id = $1 and assignee_id = $2 and done_at is null returning id`,
      [firmId, from, to],
    );
    return rows.map(({ id }) => id);
  }

  async insert(tx: Transaction, task: NewTask): Promise<void> {
    await tx.insert(TaskEntity, { ...task });
  }

  async update(
    tx: Transaction,
    firmId: string,
    { id, title, dueAt, assigneeId }: Pick<LockedTask, 'id' | 'title' | 'dueAt' | 'assigneeId'>,
  ): Promise<void> {
    await tx.update(TaskEntity, { firmId, id }, { title, dueAt, assigneeId });
  }

  async setDone(
    tx: Transaction,
    firmId: string,
    taskId: string,
    done: { at: Date; by: string | null } | null,
  ): Promise<void> {
    await tx.update(TaskEntity, { firmId, id: taskId }, { doneAt: done?.at ?? null, doneBy: done?.by ?? null });
  }
}
