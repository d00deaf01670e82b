import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Loaded, Waiting } from '../../../components/states';
import { useTasks, type TaskSubject } from '../api/tasks';
import type { AssigneeField } from './task-form';
import { TaskRow } from './task-row';
import classes from './tasks.module.css';

const TaskForm = lazy(() => import('./task-form').then((module) => ({ default: module.TaskForm })));

interface TaskListProps {
  about?: TaskSubject;
  /** leave out what is done */
  open?: boolean;
  Assignee: AssigneeField;
  /** what stands there while there is none */
  none: string;
}

const OWN: TaskSubject = {};
const NEW = 'new';

/** Tasks with a tick each, the next one due first, and below them the way to add one. */
export function TaskList({ about = OWN, open = false, Assignee, none }: TaskListProps) {
  const tasks = useTasks(about, open);
  const [editing, setEditing] = useState<string | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  // What had the focus is gone by the next frame.
  const focusBack = (): void => void requestAnimationFrame(() => addButton.current?.focus());
  const close = (): void => {
    setEditing(null);
    focusBack();
  };
  return (
    <Loaded query={tasks} waiting={<Waiting rows={2} height={36} />}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        return (
          <>
            {rows.length === 0 && editing !== NEW ? (
              <Text size="sm" c="dimmed" mb="xs">
                {none}
              </Text>
            ) : null}
            {rows.length > 0 ? (
              <ul className={classes['list']}>
                {rows.map((task) => (
                  <li key={task.id}>
                    {editing === task.id ? (
                      <Suspense fallback={<Waiting rows={3} height={36} />}>
                        <div className={classes['form']}>
                          <TaskForm task={task} Assignee={Assignee} onDone={close} />
                        </div>
                      </Suspense>
                    ) : (
                      <TaskRow
                        task={task}
                        about={about}
                        onEdit={() => setEditing(task.id)}
                        onGone={open ? focusBack : undefined}
                      />
                    )}
                  </li>
                ))}
              </ul>
            ) : null}
            {tasks.hasNextPage ? (
              <Button
                variant="subtle"
                size="compact-sm"
                loading={tasks.isFetchingNextPage}
                onClick={() => void tasks.fetchNextPage()}
              >
                Show more
              </Button>
            ) : null}
            {editing === NEW ? (
              <Suspense fallback={<Waiting rows={3} height={36} />}>
                <div className={classes['form']}>
                  <TaskForm about={about} Assignee={Assignee} onDone={close} />
                </div>
              </Suspense>
            ) : (
              <Button
                ref={addButton}
                variant="subtle"
                size="compact-sm"
                ml={-8}
                mt={4}
                leftSection={<IconPlus size={15} />}
                onClick={() => setEditing(NEW)}
              >
                Add a task
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
