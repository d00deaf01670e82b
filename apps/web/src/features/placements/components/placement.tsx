import '@mantine/dates/styles.layer.css';
import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { SubmitBar } from '../../../components/form/submit-bar';
import { Moment } from '../../../components/moment';
import { Loaded, Waiting } from '../../../components/states';
import type { Offer } from '../../../lib/answers';
import { plainDate } from '../../../lib/dates';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { useNow } from '../../../lib/use-now';
import { useSetStartDate, useTakeBack } from '../api/change-placement';
import { useCheckIns } from '../api/check-ins';
import { CheckInRow } from './check-in-row';
import classes from './check-ins.module.css';

/** What follows from an acceptance: the first day, the check-ins after it, and the way back when it falls through. */
export function Placement({ offer, zone }: { offer: Offer; zone: string }) {
  const [doing, setDoing] = useState<'start' | 'back' | null>(null);
  const now = useNow();
  const checkIns = useCheckIns(offer.id);
  const close = (): void => setDoing(null);
  return (
    <Stack gap={6} mt="sm">
      <Text size="sm">
        {offer.takenBackAt ? (
          <>
            The acceptance was withdrawn <Moment at={offer.takenBackAt} zone={zone} />.
          </>
        ) : offer.startDate ? (
          `First day ${plainDate(offer.startDate, now)}`
        ) : (
          'No first day agreed yet. Check-ins are made once it is.'
        )}
      </Text>
      {offer.takenBackAt || doing ? null : (
        <Group gap="xs">
          <Button size="compact-xs" variant="default" onClick={() => setDoing('start')}>
            {offer.startDate ? 'Move the first day' : 'Set the first day'}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => setDoing('back')}>
            It fell through
          </Button>
        </Group>
      )}
      {doing === 'start' ? <StartDate offer={offer} onDone={close} /> : null}
      {doing === 'back' ? <TakeBack offer={offer} onDone={close} /> : null}
      <Loaded query={checkIns} waiting={<Waiting rows={1} height={32} />}>
        {(items) =>
          items.length === 0 ? null : (
            <div>
              <Text size="xs" c="dimmed" mt={6}>
                Check-ins
              </Text>
              <ul className={classes['list']}>
                {items.map((checkIn) => (
                  <li key={checkIn.id}>
                    <CheckInRow checkIn={checkIn} />
                  </li>
                ))}
              </ul>
            </div>
          )
        }
      </Loaded>
    </Stack>
  );
}

interface FormProps {
  offer: Offer;
  onDone: () => void;
}

function StartDate({ offer, onDone }: FormProps) {
  const set = useSetStartDate(offer.id);
  const form = useForm<{ startDate: string | null }>({ initialValues: { startDate: offer.startDate } });
  const submit = form.onSubmit(({ startDate }) =>
    set.mutate(
      { startDate, version: offer.version },
      {
        onError: (error) => problemToForm(form, error),
        onSuccess: () => {
          notifyDone(startDate ? 'Saved. Check-ins follow the first day.' : 'Saved. No check-ins until it is agreed.');
          onDone();
        },
      },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <DateInput
          label="First day"
          placeholder="Not agreed yet"
          valueFormat="D MMM YYYY"
          clearable
          data-autofocus
          {...form.getInputProps('startDate')}
        />
        <SubmitBar label="Save" size="compact-sm" pending={set.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}

const BY = [
  { value: 'candidate', label: 'The candidate' },
  { value: 'client', label: 'The client' },
];

function TakeBack({ offer, onDone }: FormProps) {
  const back = useTakeBack(offer.id);
  const form = useForm<{ by: 'candidate' | 'client'; reason: string }>({
    initialValues: { by: 'candidate', reason: '' },
    validate: { reason: (value) => (value.trim() ? null : 'Give a reason.') },
  });
  const submit = form.onSubmit(({ by, reason }) =>
    back.mutate(
      { by, reason: reason.trim(), version: offer.version },
      {
        onError: (error) => problemToForm(form, error),
        onSuccess: () => {
          notifyDone('Recorded. The search stays closed until someone reopens it.');
          onDone();
        },
      },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <SegmentedControl aria-label="Who withdrew" size="xs" data={BY} {...form.getInputProps('by')} />
        <TextInput label="Why" placeholder="Accepted a counter-offer" {...form.getInputProps('reason')} />
        <Text size="xs" c="dimmed">
          The candidate no longer counts as placed, and check-ins that were not held are removed.
        </Text>
        <SubmitBar label="Record it" size="compact-sm" pending={back.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
