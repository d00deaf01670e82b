import '@mantine/dates/styles.layer.css';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import {
  IconArrowRight,
  IconBellOff,
  IconCheck,
  IconGift,
  IconMessagePlus,
  IconUserShare,
  IconUserX,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { SubmitBar } from '../../../components/form/submit-bar';
import { LogActivityForm } from '../../../components/log-activity-form';
import { UserSelect } from '../../../components/pickers/user-select';
import type { Flag, WayAct } from '../../../lib/answers';
import { dayNumber, plainDate } from '../../../lib/dates';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone, notifyProblem } from '../../../lib/notify';
import { useNow } from '../../../lib/use-now';
import { toLog, wayWords } from '../../../lib/words';
import { useTakeInHand } from '../api/take-in-hand';
import classes from './take-in-hand.module.css';
import { dayAfter, LONGEST_SNOOZE_DAYS, said, snoozeDays } from './today-acts';

type Doing = 'acknowledge' | 'snooze' | 'assign' | WayAct | null;

/** The form of a way that ends a flag, or null for one that leads to another page. */
export type ActOn = (flag: Flag, act: WayAct, onDone: () => void) => ReactNode;

interface TakeInHandProps {
  flag: Flag;
  zone: string;
  actOn: ActOn;
}

/** Everything one may do with a flag: what ends it, say why it waits, look later, give it away. */
export function TakeInHand({ flag, zone, actOn }: TakeInHandProps) {
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
              way={toLog([flag])}
              onDone={done}
            />
          ) : null}
          {isWay(doing) && doing !== 'log' ? actOn(flag, doing, done) : null}
          {doing === 'acknowledge' ? <AcknowledgeForm flag={flag} onDone={done} /> : null}
          {doing === 'snooze' ? <SnoozeForm flag={flag} zone={zone} onDone={done} /> : null}
          {doing === 'assign' ? <AssignForm flag={flag} onDone={done} /> : null}
        </div>
      )}
    </div>
  );
}

const isWay = (doing: Doing): doing is WayAct =>
  doing !== null && doing !== 'acknowledge' && doing !== 'snooze' && doing !== 'assign';

interface ButtonsProps {
  flag: Flag;
  doing: Doing;
  toggle: (what: Doing) => () => void;
}

function Buttons({ flag, doing, toggle }: ButtonsProps) {
  const { id, allowed } = flag;
  const change = useTakeInHand(id);
  const undo = (verb: 'take_back' | 'wake', said: string) => () =>
    change.mutate({ verb }, { onSuccess: () => notifyDone(said), onError: (error) => notifyProblem(error) });
  const opens = (what: Doing) => ({ size: 'xs', onClick: toggle(what), 'aria-expanded': doing === what }) as const;
  return (
    <Group gap="xs">
      <Ways flag={flag} doing={doing} toggle={toggle} />
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
          onClick={undo('take_back', 'Acknowledgement withdrawn.')}
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

const ICON: Partial<Record<WayAct, ReactNode>> = {
  log: <IconMessagePlus size={15} />,
  move: <IconArrowRight size={15} />,
  offer: <IconGift size={15} />,
  end: <IconUserX size={15} />,
};

/** What ends the flag, best first; and a talk, which may always be logged. */
function Ways({ flag, doing, toggle }: ButtonsProps) {
  const { searchId, candidacyId } = flag;
  const talk = toLog([flag]);
  const ways = flag.ways.some(({ act }) => act === 'log') ? flag.ways : [...flag.ways, talk];
  return ways.map((way, index) => {
    const look = {
      size: 'xs',
      variant: index === 0 ? 'filled' : 'default',
      leftSection: ICON[way.act],
      children: wayWords(way, candidacyId !== null),
    } as const;
    const page = way.act === 'limits' ? 'brief' : way.act === 'move' && !candidacyId ? 'board' : null;
    if (!page) return <Button key={way.act} {...look} onClick={toggle(way.act)} aria-expanded={doing === way.act} />;
    const search = page === 'brief' ? { tab: 'brief' as const } : {};
    return (
      <Button
        key={way.act}
        {...look}
        renderRoot={(root) => <Link {...root} to="/searches/$searchId" params={{ searchId }} search={search} />}
      />
    );
  });
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
          notifyDone(`Snoozed until ${plainDate(until ?? '', now)}.`);
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
  const form = useForm<{ userId: string | null; reason: string }>({
    initialValues: { userId: flag.assignedTo?.id ?? null, reason: '' },
  });
  const submit = form.onSubmit(({ userId, reason }) =>
    change.mutate(
      { verb: 'assign', userId, ...said(reason) },
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
        <TextInput
          label="Why (optional)"
          description="They read it in their Today and in the email."
          maxLength={500}
          {...form.getInputProps('reason')}
        />
        <SubmitBar label="Assign" size="xs" pending={change.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
