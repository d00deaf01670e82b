import { Button, Group, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Moment } from '../../../components/moment';
import type { CheckIn } from '../../../lib/answers';
import { localDate, plainDate } from '../../../lib/dates';
import { notifyUndo } from '../../../lib/notify';
import { useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import { useTickCheckIn } from '../api/check-ins';
import classes from './check-ins.module.css';

/** One check-in; `named` where the list is of several people. */
export function CheckInRow({ checkIn, named = false }: { checkIn: CheckIn; named?: boolean }) {
  const zone = useZone();
  const now = useNow();
  const tick = useTickCheckIn();
  const [noting, setNoting] = useState(false);
  const [note, setNote] = useState('');
  const { day, dueOn, doneAt, doneBy, candidate, search, candidacyId } = checkIn;
  const isLate = doneAt === null && dueOn < localDate(now, zone);
  const done = (): void =>
    tick.mutate(
      { checkIn, done: true, note: note.trim() },
      {
        onSuccess: (ticked) => {
          setNoting(false);
          notifyUndo(`Check-in on day ${day} done.`, () => tick.mutate({ checkIn: ticked, done: false }));
        },
      },
    );
  return (
    <>
      <div className={classes['row']}>
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
          {checkIn.note ? <p>{checkIn.note}</p> : null}
        </div>
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
        <form
          onSubmit={(event) => {
            event.preventDefault();
            done();
          }}
        >
          <Textarea
            aria-label="How they settled in"
            placeholder="How they settled in (may stay empty)"
            autoFocus
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs" my="xs">
            <Button size="compact-sm" variant="default" onClick={() => setNoting(false)}>
              Cancel
            </Button>
            <Button size="compact-sm" type="submit" loading={tick.isPending}>
              Mark as done
            </Button>
          </Group>
        </form>
      ) : null}
    </>
  );
}
