import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { MentionTextarea } from '../form/mention-textarea';
import { SubmitBar } from '../form/submit-bar';
import type { Candidacy } from '../../lib/answers';
import { mentionedIn } from '../../lib/mentions';
import { useColleagues } from '../pickers/users';
import { useChangeActivity } from './changes';
import classes from './timeline.module.css';

type Activity = Candidacy['activities'][number];
type Doing = 'correct' | 'withdraw';

const WORDS: Record<Doing, { label: string; description: string; button: string }> = {
  correct: {
    label: 'What was said',
    description: 'No clock changes. The history keeps the earlier wording.',
    button: 'Correct it',
  },
  withdraw: {
    label: 'Why withdraw it?',
    description: 'It no longer counts, and clocks run as if it had never been logged.',
    button: 'Withdraw it',
  },
};

/** Corrects or withdraws what was logged; the history keeps what stood there. */
export function ChangeActivity({ activity }: { activity: Activity }) {
  const [doing, setDoing] = useState<Doing | null>(null);
  if (doing) return <ChangeForm activity={activity} doing={doing} onDone={() => setDoing(null)} />;
  return (
    <Group gap={4} ml={-8} mt={2}>
      <Button variant="subtle" size="compact-xs" onClick={() => setDoing('correct')}>
        Correct
      </Button>
      <Button variant="subtle" size="compact-xs" onClick={() => setDoing('withdraw')}>
        Withdraw
      </Button>
    </Group>
  );
}

function ChangeForm({ activity, doing, onDone }: { activity: Activity; doing: Doing; onDone: () => void }) {
  const { id, version } = activity;
  const [words, setWords] = useState(doing === 'correct' ? (activity.text ?? '') : '');
  const change = useChangeActivity(id);
  const text = words.trim();
  const { button, ...field } = WORDS[doing];
  const colleagues = useColleagues();
  const named = [
    ...activity.mentions,
    ...colleagues.filter(({ id: one }) => !activity.mentions.some((m) => m.id === one)),
  ];
  return (
    <form
      className={classes['correction']}
      onSubmit={(event) => {
        event.preventDefault();
        const mentions = mentionedIn(text, named).map((one) => one.id);
        const body = doing === 'correct' ? { version, text, mentions } : { version, reason: text };
        change.mutate(body, { onSuccess: onDone });
      }}
    >
      <Stack gap="xs">
        {doing === 'correct' ? (
          <MentionTextarea
            size="xs"
            {...field}
            required
            autoFocus
            value={words}
            onChange={setWords}
            colleagues={colleagues}
          />
        ) : (
          <TextInput
            size="xs"
            {...field}
            required
            autoFocus
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        <SubmitBar label={button} size="compact-xs" pending={change.isPending} disabled={!text} onCancel={onDone} />
      </Stack>
    </form>
  );
}
