import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { IconCalendarDown, IconCalendarPlus, IconDots, IconPencil, IconRotate, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Moment } from '../../../components/moment';
import { Loaded, Waiting } from '../../../components/states';
import type { Interview } from '../../../lib/answers';
import { clockTime, day } from '../../../lib/dates';
import { notifyUndo } from '../../../lib/notify';
import { useNow } from '../../../lib/use-now';
import { useCancelInterview, useInterviews } from '../api/interviews';
import classes from './interviews.module.css';

const InterviewForm = lazy(() => import('./interview-form').then((module) => ({ default: module.InterviewForm })));

interface InterviewListProps {
  candidacyId: string;
  zone: string;
  maySet: boolean;
  /** A new one was set. */
  onSet?: () => void;
}

const NEW = 'new';

/** The interviews of a candidacy, the latest first, and the way to set another one. */
export function InterviewList({ candidacyId, zone, maySet, onSet }: InterviewListProps) {
  const interviews = useInterviews(candidacyId);
  const [editing, setEditing] = useState<string | null>(null);
  const setButton = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setEditing(null);
    // the form has taken the focus with it by the next frame
    requestAnimationFrame(() => setButton.current?.focus());
  };
  const form = (interview?: Interview) => (
    <Suspense fallback={<Waiting rows={3} height={36} />}>
      <div className={classes['form']}>
        <InterviewForm candidacyId={candidacyId} interview={interview} zone={zone} onSet={onSet} onDone={close} />
      </div>
    </Suspense>
  );
  return (
    <Loaded query={interviews} waiting={<Waiting rows={1} height={40} />}>
      {(items) => (
        <>
          {items.length === 0 && editing !== NEW ? (
            <Text size="sm" c="dimmed" mb={4}>
              No interviews set.
            </Text>
          ) : null}
          {items.length > 0 ? (
            <ul className={classes['list']}>
              {items.map((interview) => (
                <li key={interview.id}>
                  {editing === interview.id ? (
                    form(interview)
                  ) : (
                    <Row interview={interview} zone={zone} onEdit={() => setEditing(interview.id)} />
                  )}
                </li>
              ))}
            </ul>
          ) : null}
          {editing === NEW ? form() : null}
          {editing !== NEW && maySet ? (
            <Button
              ref={setButton}
              variant="subtle"
              size="compact-sm"
              ml={-8}
              leftSection={<IconCalendarPlus size={15} />}
              onClick={() => setEditing(NEW)}
            >
              Set an interview
            </Button>
          ) : null}
        </>
      )}
    </Loaded>
  );
}

function Row({ interview, zone, onEdit }: { interview: Interview; zone: string; onEdit: () => void }) {
  const now = useNow();
  const { startsAt, endsAt, place, withWhom, cancelledAt } = interview;
  const when = `${day(startsAt, zone, now)}, ${clockTime(startsAt, zone)} to ${clockTime(endsAt, zone)}`;
  return (
    <div className={classes['row']} data-cancelled={cancelledAt ? true : undefined}>
      <div className={classes['what']}>
        <span className={classes['when']}>{when}</span>
        <p>
          {cancelledAt ? (
            <>
              cancelled <Moment at={cancelledAt} zone={zone} />
            </>
          ) : (
            <Moment at={startsAt} zone={zone} />
          )}
          {withWhom ? ` · with ${withWhom}` : null}
          {place ? ` · ${place}` : null}
        </p>
      </div>
      <InterviewMenu interview={interview} when={when} onEdit={onEdit} />
    </div>
  );
}

function InterviewMenu({ interview, when, onEdit }: { interview: Interview; when: string; onEdit: () => void }) {
  const cancel = useCancelInterview();
  const { id, allowed } = interview;
  const drop = (): void =>
    cancel.mutate(
      { interview, cancel: true },
      {
        onSuccess: (cancelled) =>
          notifyUndo('Interview cancelled.', () => cancel.mutate({ interview: cancelled, cancel: false })),
      },
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" loading={cancel.isPending} aria-label={`Options for the interview on ${when}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {allowed.change ? (
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={onEdit}>
            Change
          </Menu.Item>
        ) : null}
        {allowed.cancel ? (
          <Menu.Item leftSection={<IconX size={15} />} onClick={drop}>
            Cancel the interview
          </Menu.Item>
        ) : null}
        {allowed.restore ? (
          <Menu.Item leftSection={<IconRotate size={15} />} onClick={() => cancel.mutate({ interview, cancel: false })}>
            Restore
          </Menu.Item>
        ) : null}
        <Menu.Item
          component="a"
          href={`/api/interviews/${id}/calendar.ics`}
          leftSection={<IconCalendarDown size={15} />}
        >
          Add to my calendar
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
