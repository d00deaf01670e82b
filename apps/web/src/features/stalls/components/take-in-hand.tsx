import '@mantine/dates/styles.layer.css';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { IconBellOff, IconCheck, IconMessagePlus, IconUserShare } from '@tabler/icons-react';
import { useState, type ComponentType, type ReactNode } from 'react';
import type { Flag } from '../../../lib/answers';
import { day, dayNumber } from '../../../lib/dates';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone, notifyProblem } from '../../../lib/notify';
import { useNow } from '../../../lib/use-now';
import { useTakeInHand } from '../api/take-in-hand';
import classes from './take-in-hand.module.css';

/** What belongs to other rooms is put in by the page. */
export interface HandParts {
  UserField: ComponentType<{
    label: string;
    value: string | null;
    onChange: (value: string | null) => void;
    error?: ReactNode;
    placeholder?: string;
    clearable?: boolean;
  }>;
  logForm: (about: { searchId: string; candidateId?: string; onDone: () => void }) => ReactNode;
}

type Doing = 'acknowledge' | 'snooze' | 'assign' | 'log' | null;

interface TakeInHandProps extends HandParts {
  flag: Flag;
  zone: string;
}

/** Everything one may do with a flag: log what happened, say why it waits, look later, give it away. */
export function TakeInHand({ flag, zone, UserField, logForm }: TakeInHandProps) {
  const [doing, setDoing] = useState<Doing>(null);
  const change = useTakeInHand(flag.id);
  const { allowed } = flag;
  const done = (): void => setDoing(null);
  const toggle = (what: Doing) => () => setDoing((before) => (before === what ? null : what));
  const undo = (verb: 'takeBack' | 'wake', said: string) => () =>
    change.mutate({ verb }, { onSuccess: () => notifyDone(said), onError: (error) => notifyProblem(error) });
  return (
    <div>
      <Group gap="xs">
        <Button
          size="xs"
          leftSection={<IconMessagePlus size={15} />}
          onClick={toggle('log')}
          aria-expanded={doing === 'log'}
        >
          Log a call
        </Button>
        {allowed.acknowledge ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCheck size={15} />}
            onClick={toggle('acknowledge')}
            aria-expanded={doing === 'acknowledge'}
          >
            Acknowledge
          </Button>
        ) : null}
        {allowed.takeBack ? (
          <Button
            size="xs"
            variant="default"
            loading={change.isPending}
            onClick={undo('takeBack', 'The acknowledgement is taken back.')}
          >
            Take acknowledgement back
          </Button>
        ) : null}
        {allowed.wake ? (
          <Button
            size="xs"
            variant="default"
            loading={change.isPending}
            onClick={undo('wake', 'The flag is awake again.')}
          >
            Wake
          </Button>
        ) : null}
        {allowed.snooze && !allowed.wake ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconBellOff size={15} />}
            onClick={toggle('snooze')}
            aria-expanded={doing === 'snooze'}
          >
            Snooze
          </Button>
        ) : null}
        {allowed.assign ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconUserShare size={15} />}
            onClick={toggle('assign')}
            aria-expanded={doing === 'assign'}
          >
            Assign
          </Button>
        ) : null}
      </Group>
      {doing === null ? null : (
        <div className={classes['form']}>
          {doing === 'log'
            ? logForm({ searchId: flag.searchId, candidateId: flag.candidateId ?? undefined, onDone: done })
            : null}
          {doing === 'acknowledge' ? <AcknowledgeForm flag={flag} onDone={done} /> : null}
          {doing === 'snooze' ? <SnoozeForm flag={flag} zone={zone} onDone={done} /> : null}
          {doing === 'assign' ? <AssignForm flag={flag} UserField={UserField} onDone={done} /> : null}
        </div>
      )}
    </div>
  );
}

interface FormProps {
  flag: Flag;
  onDone: () => void;
}

function AcknowledgeForm({ flag, onDone }: FormProps) {
  const change = useTakeInHand(flag.id);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() ? null : 'Say in a few words why it waits.') },
  });
  const submit = form.onSubmit(({ reason }) =>
    change.mutate(
      { verb: 'acknowledge', reason: reason.trim() },
      {
        onError: (error) => problemToForm(form, error),
        onSuccess: () => {
          notifyDone('Acknowledged. It will not be escalated.');
          onDone();
        },
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label="Why it waits"
          description="For whoever looks at this flag next. Acknowledged, it does not go to the partners."
          placeholder="The client is away until Monday"
          data-autofocus
          maxLength={500}
          {...form.getInputProps('reason')}
        />
        <Actions submit="Acknowledge" pending={change.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}

const LONGEST_DAYS = 60;

function SnoozeForm({ flag, zone, onDone }: FormProps & { zone: string }) {
  const change = useTakeInHand(flag.id);
  const now = useNow();
  const today = dayNumber(now, zone);
  const inDays = (days: number): string => new Date((today + days) * 86_400_000).toISOString().slice(0, 10);
  // day 0 was a Thursday
  const toMonday = (11 - (today % 7)) % 7 || 7;
  const form = useForm<{ until: string | null }>({
    initialValues: { until: inDays(1) },
    validate: { until: (value) => (value ? null : 'Choose a day.') },
  });
  const submit = form.onSubmit(({ until }) =>
    change.mutate(
      { verb: 'snooze', until: until ?? '' },
      {
        onError: (error) => problemToForm(form, error),
        onSuccess: () => {
          notifyDone(`Snoozed until ${day(`${until}T12:00:00Z`, 'UTC', now)}.`);
          onDone();
        },
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <DateInput
          label="Back on"
          description={`At the start of that day at the office; ${LONGEST_DAYS} days at most.`}
          valueFormat="ddd D MMM YYYY"
          minDate={inDays(1)}
          maxDate={inDays(LONGEST_DAYS)}
          styles={{ wrapper: { maxWidth: 280 } }}
          {...form.getInputProps('until')}
        />
        <Group gap={6}>
          {(
            [
              ['Tomorrow', 1],
              ['Monday', toMonday],
              ['In a week', 7],
              ['In a month', 30],
            ] as const
          ).map(([label, days]) => (
            <Button
              key={label}
              size="compact-xs"
              variant={form.values.until === inDays(days) ? 'light' : 'default'}
              onClick={() => form.setFieldValue('until', inDays(days))}
            >
              {label}
            </Button>
          ))}
        </Group>
        <Actions submit="Snooze" pending={change.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}

function AssignForm({ flag, UserField, onDone }: FormProps & Pick<HandParts, 'UserField'>) {
  const change = useTakeInHand(flag.id);
  const form = useForm<{ userId: string | null }>({ initialValues: { userId: flag.assignedTo?.id ?? null } });
  const submit = form.onSubmit(({ userId }) =>
    change.mutate(
      { verb: 'assign', userId },
      {
        onError: (error) => problemToForm(form, error),
        onSuccess: ({ owner }) => {
          notifyDone(userId ? `It is with ${owner.name} now.` : `It is back with ${owner.name}.`);
          onDone();
        },
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <UserField
          label="Give it to"
          placeholder="The lead"
          clearable
          value={form.values.userId}
          onChange={(value) => form.setFieldValue('userId', value)}
          error={form.errors['userId']}
        />
        <Text size="xs" c="dimmed">
          It leaves your Today and stands in theirs. Empty gives it back to the lead.
        </Text>
        <Actions submit="Assign" pending={change.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}

function Actions({ submit, pending, onCancel }: { submit: string; pending: boolean; onCancel: () => void }) {
  return (
    <Group gap="xs" justify="flex-end">
      <Button variant="default" size="xs" onClick={onCancel}>
        Cancel
      </Button>
      <Button type="submit" size="xs" loading={pending}>
        {submit}
      </Button>
    </Group>
  );
}
