import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Candidacy } from '../../../lib/answers';
import { useChangeActivity } from '../api/change-activity';
import classes from './history.module.css';

/** Puts right or takes back what was logged; the history keeps what stood there. */
export function ChangeActivity({ activity }: { activity: Candidacy['activities'][number] }) {
  const [open, setOpen] = useState<'correct' | 'withdraw' | null>(null);
  const [words, setWords] = useState('');
  const change = useChangeActivity(activity.id);
  const { version } = activity;
  if (!open)
    return (
      <Group gap={4} ml={-8} mt={2}>
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => {
            setWords(activity.text ?? '');
            setOpen('correct');
          }}
        >
          Correct
        </Button>
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => {
            setWords('');
            setOpen('withdraw');
          }}
        >
          Withdraw
        </Button>
      </Group>
    );
  const text = words.trim();
  return (
    <form
      className={classes['correction']}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(open === 'correct' ? { version, text } : { version, reason: text }, {
          onSuccess: () => setOpen(null),
        });
      }}
    >
      {open === 'correct' ? (
        <Textarea
          size="xs"
          label="What was said"
          description="No clock moves. The history keeps what stood here before."
          required
          autosize
          autoFocus
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      ) : (
        <TextInput
          size="xs"
          label="Why is it taken back?"
          description="It counts for nothing any more, and clocks stand where they stood without it."
          required
          autoFocus
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <Group justify="flex-end" gap="xs" mt="xs">
        <Button size="compact-xs" variant="default" onClick={() => setOpen(null)}>
          Cancel
        </Button>
        <Button size="compact-xs" type="submit" loading={change.isPending} disabled={!text}>
          {open === 'correct' ? 'Correct it' : 'Withdraw it'}
        </Button>
      </Group>
    </form>
  );
}
