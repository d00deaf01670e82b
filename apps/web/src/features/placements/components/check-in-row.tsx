import { Button, Stack, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { SubmitBar } from '../../../components/form/submit-bar';
import { Moment } from '../../../components/moment';
import type { CheckIn } from '../../../lib/answers';
import { localDate, plainDate } from '../../../lib/dates';
import { notifyUndo } from '../../../lib/notify';
import { useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import { useTickCheckIn } from '../api/check-ins';
import classes from './check-ins.module.css';

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
      {noting ? <NoteForm pending={tick.isPending} onDone={done} onCancel={() => setNoting(false)} /> : null}
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

interface NoteFormProps {
  pending: boolean;
  onDone: (note: string) => void;
  onCancel: () => void;
}

function NoteForm({ pending, onDone, onCancel }: NoteFormProps) {
  const [note, setNote] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onDone(note.trim());
      }}
    >
      <Stack gap="xs" mb="xs">
        <Textarea
          aria-label="How they are settling in"
          placeholder="How they are settling in (optional)"
          autoFocus
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <SubmitBar label="Mark as done" size="compact-sm" pending={pending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
