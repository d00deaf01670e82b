import '@mantine/dates/styles.layer.css';
import { Button, Group, Kbd, Modal, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useHotkeys } from '@mantine/hooks';
import { type FormEvent, type ReactNode, useState } from 'react';
import { LogActivityForm } from '../../../components/log-activity-form';
import { UserSelect } from '../../../components/pickers/user-select';
import { useUsers } from '../../../components/pickers/users';
import { dayNumber } from '../../../lib/dates';
import { useNow } from '../../../lib/use-now';
import { count, toLog } from '../../../lib/words';
import {
  type Choice,
  dayAfter,
  type FlagChangeOf,
  LONGEST_SNOOZE_DAYS,
  REASONS,
  said,
  snoozeDays,
  type TodayAct,
} from './today-acts';
import { nameOf, type TodayThing } from './today-groups';
import classes from './today.module.css';

export interface Doing {
  act: TodayAct;
  things: readonly TodayThing[];
}

interface TodayDialogProps {
  doing: Doing | null;
  zone: string;
  onClose: () => void;
  onClosed: () => void;
  onChange: (things: readonly TodayThing[], change: FlagChangeOf) => void;
}

const TITLES: Partial<Record<TodayAct, string>> = {
  acknowledge: 'Acknowledge',
  snooze: 'Snooze',
  assign: 'Assign',
  log: 'Log',
};

/** One key more: why it may wait, until when, or to whom. */
export function TodayDialog({ doing, zone, onClose, onClosed, onChange }: TodayDialogProps) {
  const [only] = doing?.things ?? [];
  const whom = doing && doing.things.length > 1 ? count(doing.things.length, 'row') : only ? nameOf(only) : '';
  return (
    <Modal
      opened={doing !== null}
      onClose={onClose}
      title={doing ? `${TITLES[doing.act] ?? ''}: ${whom}` : ''}
      closeButtonProps={{ 'aria-label': 'Close' }}
      returnFocus={false}
      onExitTransitionEnd={onClosed}
    >
      {doing && only ? (
        doing.act === 'log' ? (
          <LogActivityForm
            searchId={only.first.search.id}
            candidateId={only.first.candidacy?.candidateId}
            way={toLog(only.flags)}
            onDone={onClose}
          />
        ) : (
          <Choices act={doing.act} zone={zone} onChoose={(change) => onChange(doing.things, change)} />
        )
      ) : null}
    </Modal>
  );
}

interface ChoicesProps {
  zone: string;
  onChoose: (change: FlagChangeOf) => void;
}

function Choices({ act, ...props }: ChoicesProps & { act: TodayAct }) {
  if (act === 'acknowledge') return <Reasons {...props} />;
  return act === 'snooze' ? <Days {...props} /> : <Colleagues {...props} />;
}

function Reasons({ onChoose }: ChoicesProps) {
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim()) onChoose({ verb: 'acknowledge', reason: reason.trim() });
  };
  return (
    <Numbered
      choices={REASONS.map((label) => ({ label, change: { verb: 'acknowledge', reason: label } }))}
      onChoose={onChoose}
    >
      <form onSubmit={submit}>
        <TextInput
          label="Or in your own words"
          description="For the next person who looks at it. Acknowledged flags are not escalated to the partners."
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </form>
    </Numbered>
  );
}

function Days({ zone, onChoose }: ChoicesProps) {
  const today = dayNumber(useNow(), zone);
  const [until, setUntil] = useState<string | null>(null);
  return (
    <Numbered
      choices={snoozeDays(today).map(({ label, until }) => ({ label, change: { verb: 'snooze', until } }))}
      onChoose={onChoose}
    >
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <DateInput
          flex={1}
          label="Or another day"
          description={`It returns at the start of that day, office time; ${LONGEST_SNOOZE_DAYS} days at most.`}
          valueFormat="ddd D MMM YYYY"
          minDate={dayAfter(today, 1)}
          maxDate={dayAfter(today, LONGEST_SNOOZE_DAYS)}
          value={until}
          onChange={setUntil}
        />
        <Button disabled={until === null} onClick={() => until && onChoose({ verb: 'snooze', until })}>
          Snooze
        </Button>
      </Group>
    </Numbered>
  );
}

function Colleagues({ onChoose }: ChoicesProps) {
  const { data: users = [] } = useUsers();
  const [reason, setReason] = useState('');
  const choose = (change: FlagChangeOf): void => onChoose({ ...change, ...said(reason) });
  return (
    <Numbered
      choices={[
        { label: 'Back to the lead', change: { verb: 'assign', userId: null } },
        ...users.slice(0, 8).map(({ id, name }) => ({ label: name, change: { verb: 'assign' as const, userId: id } })),
      ]}
      onChoose={choose}
    >
      <TextInput
        label="Why (optional)"
        description="They read it in their Today and in the email. Write it first, then choose who."
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {users.length > 8 ? (
        <UserSelect
          label="Or someone else"
          value={null}
          onChange={(userId) => {
            if (userId) choose({ verb: 'assign', userId });
          }}
        />
      ) : null}
    </Numbered>
  );
}

interface NumberedProps {
  choices: readonly Choice[];
  onChoose: (change: FlagChangeOf) => void;
  children: ReactNode;
}

/** Buttons that a digit presses too. */
function Numbered({ choices, onChoose, children }: NumberedProps) {
  useHotkeys(choices.map(({ change }, i) => [String(i + 1), () => onChoose(change)]));
  return (
    <Stack gap="sm" pt={4}>
      <div className={classes['choices']}>
        {choices.map(({ label, change }, i) => (
          <Button
            key={label}
            variant="default"
            justify="flex-start"
            leftSection={<Kbd size="xs">{i + 1}</Kbd>}
            onClick={() => onChoose(change)}
            {...(i === 0 ? { 'data-autofocus': true } : {})}
          >
            {label}
          </Button>
        ))}
      </div>
      {children}
    </Stack>
  );
}
