import { Button, Group, Paper, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { FirstSteps as Steps } from '../../../lib/answers';
import { useShowSample, useTakeSampleAway } from '../../../lib/firms';
import { useFirstSteps, usePutAway } from '../api/first-steps';
import classes from './first-steps.module.css';

type Step = Steps['items'][number];

/** What is left until a new firm works: there until it is done, or put away. */
export function FirstSteps() {
  const { data } = useFirstSteps();
  const { mutate: putAway } = usePutAway();
  if (!data || data.done) return null;
  const asked = data.items.filter(({ optional }) => !optional);
  const taken = `${asked.filter(({ done }) => done).length} of ${asked.length} done`;
  if (data.away)
    return (
      <Text size="sm" c="dimmed" mb="md">
        First steps: {taken}.{' '}
        <Button variant="transparent" size="compact-sm" onClick={() => putAway(false)}>
          Show them
        </Button>
      </Text>
    );
  return (
    <Paper p="lg" mb="lg" component="section" aria-labelledby="first-steps">
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2} fz="md" id="first-steps">
            First steps
          </Title>
          <Text size="sm" c="dimmed">
            {taken}
          </Text>
        </div>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => putAway(true)}>
          Put away
        </Button>
      </Group>
      <ol className={classes['steps']}>
        {data.items.map((step) => (
          <FirstStep key={step.key} step={step} clientId={data.clientId} />
        ))}
      </ol>
      <LookAround sample={data.sample} />
    </Paper>
  );
}

/** A firm that is alive, for who has nothing to look at yet. */
function LookAround({ sample }: { sample: boolean }) {
  const show = useShowSample();
  const takeAway = useTakeSampleAway();
  return (
    <Group mt="lg" gap="sm">
      <Button variant="light" size="xs" loading={show.isPending} onClick={() => show.mutate()}>
        {sample ? 'Look at the sample data' : 'Show me with sample data'}
      </Button>
      {sample ? (
        <Button variant="subtle" color="gray" size="xs" loading={takeAway.isPending} onClick={() => takeAway.mutate()}>
          Take it away
        </Button>
      ) : null}
      <Text size="xs" c="dimmed">
        A made-up firm beside yours, with searches that stall. Nothing of it is in your own figures, and nobody is
        emailed.
      </Text>
    </Group>
  );
}

const WORDS: Record<Step['key'], readonly [string, string]> = {
  office: ['Office and holidays', 'Deadlines count the working days of your office.'],
  colleagues: ['Invite your colleagues', 'They get a link by email.'],
  client: ['Add your first client', 'The organisation you search for. A search can bring it along too.'],
  contact: ['Add who decides there', 'What you agree with them is kept, and their silence is noticed.'],
  search: ['Open your first search', 'From a role that brings its brief.'],
  history: ['Bring in your history', 'From files; if you have nothing to bring in, leave it.'],
};

function placeOf(key: Step['key'], clientId: string | null): LinkProps {
  switch (key) {
    case 'office':
      return { to: '/settings/offices' };
    case 'colleagues':
      return { to: '/settings/people' };
    case 'client':
      return { to: '/clients', search: { add: true } };
    case 'contact':
      return clientId ? { to: '/clients/$clientId', params: { clientId } } : { to: '/clients' };
    case 'search':
      return { to: '/searches/new' };
    case 'history':
      return { to: '/imports' };
  }
}

function FirstStep({ step: { key, done, optional }, clientId }: { step: Step; clientId: string | null }) {
  const [title, about] = WORDS[key];
  return (
    <li className={classes['step']} data-done={done || undefined}>
      {done ? <IconCircleCheckFilled size={20} aria-hidden /> : <IconCircle size={20} aria-hidden />}
      <div>
        <Link {...placeOf(key, clientId)} className={classes['title']}>
          {title}
        </Link>
        {done ? <VisuallyHidden> done</VisuallyHidden> : null}
        <Text size="xs" c="dimmed">
          {optional && !done ? 'If you like. ' : ''}
          {about}
        </Text>
      </div>
    </li>
  );
}
