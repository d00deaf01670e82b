import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState, type ComponentProps } from 'react';
import { Loaded, Waiting } from '../../../components/states';
import { rowsOf } from '../../../lib/pages';
import { useTasks, type TaskSubject } from '../api/tasks';
import { TaskRow } from './task-row';
import classes from './tasks.module.css';

const TaskForm = lazy(() => import('./task-form').then((module) => ({ default: module.TaskForm })));

interface TaskListProps {
  about?: TaskSubject;
  /** leave out what is done */
  open?: boolean;
  /** what stands there while there is none */
  none: string;
}

const OWN: TaskSubject = {};
const NEW = 'new';

/** Tasks with a tick each, the next one due first, and below them the way to add one. */
export function TaskList({ about = OWN, open = false, none }: TaskListProps) {
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
      {({ pages }) => (
        <>
          {rowsOf(pages).length === 0 && editing !== NEW ? (
            <Text size="sm" c="dimmed" mb="xs">
              {none}
            </Text>
          ) : null}
          <ul className={classes['list']}>
            {rowsOf(pages).map((task) => (
              <li key={task.id}>
                {editing === task.id ? (
                  <OpenForm task={task} onDone={close} />
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
          <ShowMore query={tasks} />
          {editing === NEW ? (
            <OpenForm about={about} onDone={close} />
          ) : (
            <AddButton ref={addButton} onClick={() => setEditing(NEW)} />
          )}
        </>
      )}
    </Loaded>
  );
}

function OpenForm(props: ComponentProps<typeof TaskForm>) {
  return (
    <Suspense fallback={<Waiting rows={3} height={36} />}>
      <div className={classes['form']}>
        <TaskForm {...props} />
      </div>
    </Suspense>
  );
}

function ShowMore({ query }: { query: ReturnType<typeof useTasks> }) {
  return query.hasNextPage ? (
    <Button
      variant="subtle"
      size="compact-sm"
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      Show more
    </Button>
  ) : null;
}

function AddButton({ ref, onClick }: { ref: React.Ref<HTMLButtonElement>; onClick: () => void }) {
  return (
    <Button
      ref={ref}
      variant="subtle"
      size="compact-sm"
      ml={-8}
      mt={4}
      leftSection={<IconPlus size={15} />}
      onClick={onClick}
    >
      Add a task
    </Button>
  );
}
