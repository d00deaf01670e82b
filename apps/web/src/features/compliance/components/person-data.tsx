import { Alert, Anchor, Button, Group, Menu, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconShieldLock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { SubmitBar } from '../../../components/form/submit-bar';
import { Loaded } from '../../../components/states';
import { localDate } from '../../../lib/dates';
import { problemToForm } from '../../../lib/form-problem';
import { useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import { options } from '../../../lib/words';
import { type ErasePerson, type PersonRef, useErase, usePreview } from '../api/erasures';
import { Counts } from './counts';
import { REASON } from './words';

/** The same for everybody, whatever there is that they may not see. */
const EXTENT = 'It contains what you may see. The operator can produce the complete document with “person export”.';

interface PersonDataProps {
  person: PersonRef;
  name: string;
  /** A small button, for a list of people. */
  small?: boolean;
}

/** For partners and admins: what is held about somebody, handed out or erased. */
export function PersonData({ person, name, small = false }: PersonDataProps) {
  const [erasing, setErasing] = useState(false);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant={small ? 'subtle' : 'default'}
            size={small ? 'compact-xs' : 'sm'}
            leftSection={<IconShieldLock size={16} />}
            aria-label={`Data of ${name}`}
          >
            Their data
          </Button>
        </Menu.Target>
        <Menu.Dropdown maw={320}>
          <Menu.Item
            component="a"
            href={`/api/exports/${person.kind}/${person.id}`}
            download={`held-about-${person.kind}-${person.id}.json`}
          >
            Download what we hold
            <Text size="xs" c="dimmed">
              {EXTENT}
            </Text>
          </Menu.Item>
          <Menu.Item color="red" onClick={() => setErasing(true)}>
            Erase this person…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={erasing} onClose={() => setErasing(false)} title={`Erase ${name}`} size="lg">
        <ErasePersonForm person={person} name={name} onCancel={() => setErasing(false)} />
      </Modal>
    </>
  );
}

function ErasePersonForm({ person, name, onCancel }: PersonDataProps & { onCancel: () => void }) {
  const preview = usePreview(person, true);
  const erase = useErase();
  const navigate = useNavigate();
  const today = localDate(useNow(), useZone());
  const form = useForm<Pick<ErasePerson, 'reason' | 'requestedOn' | 'confirm'>>({
    initialValues: { reason: 'their_request', requestedOn: today, confirm: '' },
    validate: {
      confirm: (value) => (value.trim().toLowerCase() === name.trim().toLowerCase() ? null : `Type “${name}”.`),
    },
  });
  const submit = form.onSubmit((values) =>
    erase.mutate(
      { person, ...values },
      {
        onSuccess: ({ id }) => void navigate({ to: '/erasures/$erasureId', params: { erasureId: id } }),
        onError: (error) => problemToForm(form, error),
      },
    ),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Alert color="red" title="This cannot be undone">
          Their record stays as “Erased person”, so that the figures still add up. Everything that identifies them or
          was written about them is deleted. They leave every search, and an open offer ends as declined.{' '}
          <Anchor
            inherit
            href={`/api/exports/${person.kind}/${person.id}`}
            download={`held-about-${person.kind}-${person.id}.json`}
          >
            Download what we hold
          </Anchor>{' '}
          first if they asked for it. {EXTENT}
        </Alert>
        <Loaded query={preview}>{({ counts }) => <Counts counts={counts} />}</Loaded>
        <Group grow align="flex-start">
          <Select label="Reason" data={options(REASON)} allowDeselect={false} {...form.getInputProps('reason')} />
          <TextInput label="Requested on" type="date" required {...form.getInputProps('requestedOn')} />
        </Group>
        <TextInput
          label="Type their name to confirm"
          description={name}
          required
          autoComplete="off"
          {...form.getInputProps('confirm')}
        />
        <Text size="sm" c="dimmed">
          An erased person cannot be added again, by import or by hand, unless a partner gives a reason.
        </Text>
        <SubmitBar label="Erase" color="red" pending={erase.isPending} disabled={!preview.data} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
