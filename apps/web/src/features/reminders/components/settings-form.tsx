import {
  Alert,
  Button,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Switch,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { problemToForm } from '../../../lib/form-problem';
import { isStatus, sentenceOf } from '../../../lib/problem';
import {
  useSaveNotificationSettings,
  type Kind,
  type Mode,
  type NotificationSettings,
} from '../api/notification-settings';
import { KIND, MODE, OWN_MODE } from './words';

const TIMES = ['quietFrom', 'quietTo', 'digestAt'] as const;

/** What was typed stays when it is refused, also when somebody else saved meanwhile. */
export function SettingsForm({ settings, reload }: { settings: NotificationSettings; reload: () => void }) {
  const save = useSaveNotificationSettings();
  const [stale, setStale] = useState<string | null>(null);
  const { quietFrom, quietTo, digestAt, workingDaysOnly, kinds } = settings;
  const form = useForm({
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
        (value: string) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : 'A time such as 07:30.'),
      ]),
    ),
  });
  const submit = form.onSubmit(({ modes, ...times }) => {
    const changed = kinds.filter(({ kind, mode }) => modes[kind] !== mode).map(({ kind }) => [kind, modes[kind]]);
    save.mutate(
      { version: settings.version, ...times, modes: Object.fromEntries(changed) },
      {
        onSuccess: () => {
          setStale(null);
          notifications.show({ color: 'teal', withBorder: true, message: 'Saved. It holds from the next mail on.' });
        },
        onError: (error) => (isStatus(error, 409) ? setStale(sentenceOf(error)) : problemToForm(form, error)),
      },
    );
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {stale ? (
          <Alert color="yellow" role="alert" title="Changed somewhere else">
            <Group justify="space-between">
              <Text size="sm">{stale}</Text>
              <Button size="xs" variant="default" onClick={reload}>
                Show what is there now
              </Button>
            </Group>
          </Alert>
        ) : null}
        <Paper p="md">
          <Table.ScrollContainer minWidth={480}>
            <Table verticalSpacing="sm" aria-label="What you hear of, and how">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">What</Table.Th>
                  <Table.Th scope="col">How</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {kinds.map(({ kind, possible }) => (
                  <Table.Tr key={kind}>
                    <Table.Td>
                      <Text size="sm" fw={500}>
                        {KIND[kind].label}
                      </Text>
                      <Text size="xs" c="dimmed">
                        {KIND[kind].about}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <SegmentedControl
                        aria-label={KIND[kind].label}
                        data={possible.map((mode) => ({
                          value: mode,
                          label: (possible.includes('digest') ? MODE : OWN_MODE)[mode],
                        }))}
                        {...form.getInputProps(`modes.${kind}`)}
                      />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
        <Paper p="md">
          <Title order={2} size="h4" mb={4}>
            When
          </Title>
          <Text size="sm" c="dimmed" mb="md">
            Times are those of {settings.timeZone}. {settings.nextDigest}
          </Text>
          <Group align="flex-start" gap="md">
            <TextInput
              type="time"
              label="Digest at"
              required
              withAsterisk={false}
              {...form.getInputProps('digestAt')}
            />
            <TextInput
              type="time"
              label="Quiet from"
              required
              withAsterisk={false}
              {...form.getInputProps('quietFrom')}
            />
            <TextInput
              type="time"
              label="Quiet until"
              description="The same as from: never quiet"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              required
              withAsterisk={false}
              {...form.getInputProps('quietTo')}
            />
          </Group>
          <Switch
            mt="md"
            label="Mails on working days only"
            description="By the calendar of your office; what comes up meanwhile waits for the next working day."
            {...form.getInputProps('workingDaysOnly', { type: 'checkbox' })}
          />
        </Paper>
        <Group>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
