import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Moment } from '../../../components/moment';
import type { CheckIn } from '../../../lib/answers';
import { localDate, plainDate } from '../../../lib/dates';
import { notifyUndo } from '../../../lib/notify';
import { useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import { useTickCheckIn } from '../api/check-ins';
import classes from './check-ins.module.css';

const CheckInNote = lazy(() => import('./check-in-note').then((module) => ({ default: module.CheckInNote })));

interface CheckInRowProps {
  checkIn: CheckIn;
  /** where the list is of several people */
  named?: boolean;
}

export function CheckInRow({ checkIn, named = false }: CheckInRowProps) {
  const tick = useTickCheckIn();
  const [noting, setNoting] = useState(false);
  const { day, doneAt, candidate } = checkIn;
  const done = (note: string): void =>
    tick.mutate(
      { checkIn, done: true, note },
      {
        onSuccess: (ticked) => {
          setNoting(false);
          notifyUndo(`Day ${day} check-in done.`, () => tick.mutate({ checkIn: ticked, done: false }));
        },
      },
    );
  return (
    <>
      <div className={classes['row']}>
        <What checkIn={checkIn} named={named} />
        {doneAt || noting ? null : (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconCheck size={14} />}
            aria-label={`Mark done: day ${day} of ${candidate.name}`}
            onClick={() => setNoting(true)}
          >
            Mark done
          </Button>
        )}
        {doneAt ? (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`Undo: day ${day} of ${candidate.name}`}
            loading={tick.isPending}
            onClick={() => tick.mutate({ checkIn, done: false })}
          >
            Undo
          </Button>
        ) : null}
      </div>
      {noting ? (
        <Suspense fallback={null}>
          <CheckInNote pending={tick.isPending} onDone={done} onCancel={() => setNoting(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function What({ checkIn, named }: Required<CheckInRowProps>) {
  const zone = useZone();
  const now = useNow();
  const { day, dueOn, doneAt, doneBy, candidate, search, candidacyId, note } = checkIn;
  const isLate = doneAt === null && dueOn < localDate(now, zone);
  return (
    <div>
      {named ? (
        <>
          <Link
            className={classes['who']}
            to="/searches/$searchId"
            params={{ searchId: search.id }}
            search={{ candidacy: candidacyId }}
          >
            {candidate.name}
          </Link>
          <p>{search.title}</p>
        </>
      ) : (
        `Day ${day}`
      )}
      <p>
        {doneAt ? (
          <>
            done <Moment at={doneAt} />
            {doneBy ? ` by ${doneBy.name}` : null}
          </>
        ) : (
          <span className={isLate ? classes['late'] : undefined}>
            {named ? `day ${day}, ` : null}
            {isLate ? 'was due' : 'due'} {plainDate(dueOn, now)}
          </span>
        )}
      </p>
      {note ? <p>{note}</p> : null}
    </div>
  );
}
