import '@mantine/dates/styles.layer.css';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { IconBellOff, IconCheck, IconMessagePlus, IconUserShare } from '@tabler/icons-react';
import { useState } from 'react';
import { SubmitBar } from '../../../components/form/submit-bar';
import { LogActivityForm } from '../../../components/log-activity-form';
import { UserSelect } from '../../../components/pickers/user-select';
import type { Flag } from '../../../lib/answers';
import { day, dayNumber } from '../../../lib/dates';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone, notifyProblem } from '../../../lib/notify';
import { useNow } from '../../../lib/use-now';
import { useTakeInHand } from '../api/take-in-hand';
import classes from './take-in-hand.module.css';
import { dayAfter, LONGEST_SNOOZE_DAYS, snoozeDays } from './today-acts';

type Doing = 'acknowledge' | 'snooze' | 'assign' | 'log' | null;

interface TakeInHandProps {
  flag: Flag;
  zone: string;
}

/** Everything one may do with a flag: log what happened, say why it waits, look later, give it away. */
export function TakeInHand({ flag, zone }: TakeInHandProps) {
  const [doing, setDoing] = useState<Doing>(null);
  const { searchId, candidateId } = flag;
  const done = (): void => setDoing(null);
  const toggle = (what: Doing) => (): void => setDoing((before) => (before === what ? null : what));
  return (
    <div>
      <Buttons flag={flag} doing={doing} toggle={toggle} />
      {doing === null ? null : (
        <div className={classes['form']}>
          {doing === 'log' ? (
            <LogActivityForm
              searchId={searchId}
              candidateId={candidateId ?? undefined}
              rule={flag.rule}
              onDone={done}
            />
          ) : null}
          {doing === 'acknowledge' ? <AcknowledgeForm flag={flag} onDone={done} /> : null}
          {doing === 'snooze' ? <SnoozeForm flag={flag} zone={zone} onDone={done} /> : null}
          {doing === 'assign' ? <AssignForm flag={flag} onDone={done} /> : null}
        </div>
      )}
    </div>
  );
}

interface ButtonsProps {
  flag: Flag;
  doing: Doing;
  toggle: (what: Doing) => () => void;
}

function Buttons({ flag, doing, toggle }: ButtonsProps) {
  const { id, allowed } = flag;
  const change = useTakeInHand(id);
  const undo = (verb: 'takeBack' | 'wake', said: string) => () =>
    change.mutate({ verb }, { onSuccess: () => notifyDone(said), onError: (error) => notifyProblem(error) });
  const opens = (what: Doing) => ({ size: 'xs', onClick: toggle(what), 'aria-expanded': doing === what }) as const;
  return (
    <Group gap="xs">
      <Button {...opens('log')} leftSection={<IconMessagePlus size={15} />}>
        {flag.rule === 'client_silent' ? 'Log their feedback' : 'Log a call'}
      </Button>
      {allowed.acknowledge ? (
        <Button {...opens('acknowledge')} variant="default" leftSection={<IconCheck size={15} />}>
          Acknowledge
        </Button>
      ) : null}
      {allowed.takeBack ? (
        <Button
          size="xs"
          variant="default"
          loading={change.isPending}
          onClick={undo('takeBack', 'Acknowledgement withdrawn.')}
        >
          Withdraw acknowledgement
        </Button>
      ) : null}
      {allowed.wake ? (
        <Button size="xs" variant="default" loading={change.isPending} onClick={undo('wake', 'Snooze ended.')}>
          End snooze
        </Button>
      ) : null}
      {allowed.snooze && !allowed.wake ? (
        <Button {...opens('snooze')} variant="default" leftSection={<IconBellOff size={15} />}>
          Snooze
        </Button>
      ) : null}
      {allowed.assign ? (
        <Button {...opens('assign')} variant="default" leftSection={<IconUserShare size={15} />}>
          Assign
        </Button>
      ) : null}
    </Group>
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
    validate: { reason: (value) => (value.trim() ? null : 'Say in a few words why it can wait.') },
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
          label="Why it can wait"
          description="For the next person who looks at this flag. An acknowledged flag is not escalated to the partners."
          placeholder="The client is away until Monday"
          autoFocus
          maxLength={500}
          {...form.getInputProps('reason')}
        />
        <SubmitBar label="Acknowledge" size="xs" pending={change.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}

function SnoozeForm({ flag, zone, onDone }: FormProps & { zone: string }) {
  const change = useTakeInHand(flag.id);
  const now = useNow();
  const today = dayNumber(now, zone);
  const form = useForm<{ until: string | null }>({
    initialValues: { until: dayAfter(today, 1) },
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
          label="Until"
          description={`It returns at the start of that day, office time; ${LONGEST_SNOOZE_DAYS} days at most.`}
          valueFormat="ddd D MMM YYYY"
          minDate={dayAfter(today, 1)}
          maxDate={dayAfter(today, LONGEST_SNOOZE_DAYS)}
          styles={{ wrapper: { maxWidth: 280 } }}
          {...form.getInputProps('until')}
        />
        <Group gap={6}>
          {snoozeDays(today).map(({ label, until }) => (
            <Button
              key={label}
              size="compact-xs"
              variant={form.values.until === until ? 'light' : 'default'}
              onClick={() => form.setFieldValue('until', until)}
            >
              {label}
            </Button>
          ))}
        </Group>
        <SubmitBar label="Snooze" size="xs" pending={change.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}

function AssignForm({ flag, onDone }: FormProps) {
  const change = useTakeInHand(flag.id);
  const form = useForm<{ userId: string | null }>({ initialValues: { userId: flag.assignedTo?.id ?? null } });
  const submit = form.onSubmit(({ userId }) =>
    change.mutate(
      { verb: 'assign', userId },
      {
        onError: (error) => problemToForm(form, error),
        onSuccess: ({ owner }) => {
          notifyDone(userId ? `Assigned to ${owner.name}.` : `Back with ${owner.name}.`);
          onDone();
        },
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <UserSelect
          label="Assign to"
          placeholder="The lead"
          clearable
          value={form.values.userId}
          onChange={(value) => form.setFieldValue('userId', value)}
          error={form.errors['userId']}
        />
        <Text size="xs" c="dimmed">
          It moves from your Today to theirs. Leave empty to return it to the lead.
        </Text>
        <SubmitBar label="Assign" size="xs" pending={change.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
