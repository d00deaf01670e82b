import { Alert, Button, Group, Paper, SegmentedControl, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { isStatus, sentenceOf } from '../../../lib/problem';
import {
  useSaveNotificationSettings,
  type Kind,
  type Mode,
  type NotificationSettings,
} from '../api/notification-settings';
import classes from './settings-form.module.css';
import { KIND, MODE, OWN_MODE } from './words';

const TIMES = ['quietFrom', 'quietTo', 'digestAt'] as const;

interface Values {
  quietFrom: string;
  quietTo: string;
  digestAt: string;
  workingDaysOnly: boolean;
  modes: Record<Kind, Mode>;
}
type SettingsFormState = UseFormReturnType<Values>;

interface SettingsFormProps {
  settings: NotificationSettings;
  reload: () => void;
}

/** What was typed stays when it is refused, also when somebody else saved meanwhile. */
export function SettingsForm({ settings, reload }: SettingsFormProps) {
  const { form, submit, stale, pending } = useSettingsForm(settings);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {stale ? (
          <Alert color="yellow" role="alert" title="Changed elsewhere">
            <Group justify="space-between">
              <Text size="sm">{stale}</Text>
              <Button size="xs" variant="default" onClick={reload}>
                Show the current settings
              </Button>
            </Group>
          </Alert>
        ) : null}
        <Modes kinds={settings.kinds} form={form} />
        <Times settings={settings} form={form} />
        <Group>
          <Button type="submit" loading={pending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useSettingsForm(settings: NotificationSettings) {
  const save = useSaveNotificationSettings();
  const [stale, setStale] = useState<string | null>(null);
  const { quietFrom, quietTo, digestAt, workingDaysOnly, kinds } = settings;
  // the version that was looked at: what somebody else saved meanwhile is asked for, and not saved over
  const [version, setVersion] = useState(settings.version);
  const form: SettingsFormState = useForm<Values>({
    initialValues: {
      quietFrom,
      quietTo,
      digestAt,
      workingDaysOnly,
      modes: Object.fromEntries(kinds.map(({ kind, mode }) => [kind, mode])) as Record<Kind, Mode>,
    },
    validate: Object.fromEntries(
      TIMES.map((field) => [
        field,
        (value: string) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : 'Enter a time such as 07:30.'),
      ]),
    ),
  });
  const submit = form.onSubmit(({ modes, ...times }) => {
    const changed = kinds.filter(({ kind, mode }) => modes[kind] !== mode).map(({ kind }) => [kind, modes[kind]]);
    save.mutate(
      { version, ...times, modes: Object.fromEntries(changed) },
      {
        onSuccess: (saved) => {
          setVersion(saved.version);
          setStale(null);
          notifyDone('Saved. It applies from the next mail.');
        },
        onError: (error) => (isStatus(error, 409) ? setStale(sentenceOf(error)) : problemToForm(form, error)),
      },
    );
  });
  return { form, submit, stale, pending: save.isPending };
}

/** What one hears of, and how. */
function Modes({ kinds, form }: { kinds: NotificationSettings['kinds']; form: SettingsFormState }) {
  return (
    <Paper p="md">
      <ul className={classes['kinds']} aria-label="What you are notified about, and how">
        {kinds.map(({ kind, possible }) => (
          <li key={kind}>
            <div>
              <Text size="sm" fw={500}>
                {KIND[kind].label}
              </Text>
              <Text size="xs" c="dimmed">
                {KIND[kind].about}
              </Text>
            </div>
            <SegmentedControl
              aria-label={KIND[kind].label}
              data={possible.map((mode) => ({
                value: mode,
                label: (possible.includes('digest') ? MODE : OWN_MODE)[mode],
              }))}
              {...form.getInputProps(`modes.${kind}`)}
            />
          </li>
        ))}
      </ul>
    </Paper>
  );
}

function Times({ settings, form }: { settings: NotificationSettings; form: SettingsFormState }) {
  const time = { type: 'time', required: true, withAsterisk: false } as const;
  return (
    <Paper p="md">
      <Title order={2} size="h4" mb={4}>
        When
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        Times are in {settings.timeZone}. {settings.nextDigest}
      </Text>
      <Group align="flex-start" gap="md">
        <TextInput label="Digest at" {...time} {...form.getInputProps('digestAt')} />
        <TextInput label="Quiet from" {...time} {...form.getInputProps('quietFrom')} />
        <TextInput
          label="Quiet until"
          description="Same as “from”: never quiet"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...time}
          {...form.getInputProps('quietTo')}
        />
      </Group>
      <Switch
        mt="md"
        label="Emails on working days only"
        description="By your office’s calendar; anything in between waits for the next working day."
        {...form.getInputProps('workingDaysOnly', { type: 'checkbox' })}
      />
    </Paper>
  );
}
