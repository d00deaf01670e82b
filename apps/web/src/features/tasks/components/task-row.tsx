import { ActionIcon, Checkbox } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Moment } from '../../../components/moment';
import type { Task } from '../../../lib/answers';
import { calendarDays } from '../../../lib/dates';
import { notifyUndo } from '../../../lib/notify';
import { useMe, useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import { useTickTask, type TaskSubject } from '../api/tasks';
import classes from './tasks.module.css';

interface TaskRowProps {
  task: Task;
  /** what the list is about already, so that a row need not say it again */
  about: TaskSubject;
  onEdit: () => void;
  /** it was done in a list that leaves out what is done */
  onGone?: () => void;
}

export function TaskRow({ task, about, onEdit, onGone }: TaskRowProps) {
  const me = useMe();
  const tick = useTickTask();
  const { title, doneAt, search, candidate, contact, assignee } = task;
  const toggle = (done: boolean): void =>
    tick.mutate(
      { task, done },
      {
        onSuccess: (now) => {
          if (!done) return;
          notifyUndo(`Done: ${title}`, () => tick.mutate({ task: now, done: false }));
          onGone?.();
        },
      },
    );
  return (
    <div className={classes['row']} data-done={doneAt ? true : undefined}>
      <Checkbox
        className={classes['tick'] ?? ''}
        size="xs"
        radius="xl"
        aria-label={`Done: ${title}`}
        checked={tick.isPending ? tick.variables.done : doneAt !== null}
        disabled={tick.isPending}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      <div>
        <div className={classes['title']}>{title}</div>
        <div className={classes['meta']}>
          <Due task={task} />
          {search && !about.searchId ? (
            <Link to="/searches/$searchId" params={{ searchId: search.id }}>
              {search.title}
            </Link>
          ) : null}
          {candidate && !about.candidateId ? (
            <Link to="/candidates/$candidateId" params={{ candidateId: candidate.id }}>
              {candidate.name}
            </Link>
          ) : null}
          {contact ? <span>{contact.name}</span> : null}
          {assignee.id === me.user.id ? null : <span>{assignee.name}</span>}
        </div>
      </div>
      {doneAt ? null : (
        <ActionIcon size="sm" aria-label={`Change the task: ${title}`} onClick={onEdit}>
          <IconPencil size={15} />
        </ActionIcon>
      )}
    </div>
  );
}

function Due({ task: { dueAt, doneAt } }: { task: Task }) {
  const zone = useZone();
  const now = useNow();
  if (doneAt)
    return (
      <span>
        done <Moment at={doneAt} />
      </span>
    );
  if (dueAt <= now.toISOString())
    return (
      <span className={classes['late']}>
        overdue, was due <Moment at={dueAt} />
      </span>
    );
  const isToday = calendarDays(now, dueAt, zone) === 0;
  return (
    <span className={isToday ? classes['today'] : undefined}>
      due <Moment at={dueAt} />
    </span>
  );
}
