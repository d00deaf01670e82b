import { ActionIcon, Button, Group, Menu, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconDots,
  IconDoorExit,
  IconPlayerPause,
  IconPlayerPlay,
  IconRotate,
  IconUserMinus,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Search } from '../../../lib/answers';
import { notifyDone } from '../../../lib/notify';
import { CLOSE_REASON } from '../../../lib/words';
import { useChangeSearch, type CloseReason, type SearchChange } from '../api/change-search';

const DONE: Record<SearchChange['verb'], string> = {
  hold: 'On hold. Working-day clocks are paused; market windows keep running.',
  resume: 'Resumed. Clocks continue where they stopped.',
  close: 'Closed.',
  reopen: 'Open again, with a new clock.',
  leave: 'You are no longer on the team of this search.',
};
const REASONS: CloseReason[] = ['unfilled', 'cancelled', 'internal_hire', 'terminated'];

/** Only what the server allows for this search and this person. */
export function SearchMenu({ search }: { search: Search }) {
  const change = useChangeSearch(search);
  const [holding, hold] = useDisclosure(false);
  const [closing, close] = useDisclosure(false);
  const navigate = useNavigate();
  const { allowed } = search;
  const run = (what: SearchChange): void =>
    change.mutate(what, {
      onSuccess: () => {
        hold.close();
        close.close();
        notifyDone(DONE[what.verb]);
        if (what.verb === 'leave') void navigate({ to: '/searches' });
      },
    });
  if (!allowed.hold && !allowed.resume && !allowed.close && !allowed.reopen && !allowed.leave) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="More for this search" loading={change.isPending}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {allowed.hold ? (
            <Menu.Item leftSection={<IconPlayerPause size={16} />} onClick={hold.open}>
              Put on hold
            </Menu.Item>
          ) : null}
          {allowed.resume ? (
            <Menu.Item leftSection={<IconPlayerPlay size={16} />} onClick={() => run({ verb: 'resume' })}>
              Resume
            </Menu.Item>
          ) : null}
          {allowed.reopen ? (
            <Menu.Item leftSection={<IconRotate size={16} />} onClick={() => run({ verb: 'reopen' })}>
              Reopen
            </Menu.Item>
          ) : null}
          {allowed.close ? (
            <Menu.Item leftSection={<IconDoorExit size={16} />} onClick={close.open}>
              Close the search
            </Menu.Item>
          ) : null}
          {allowed.leave ? (
            <Menu.Item leftSection={<IconUserMinus size={16} />} onClick={() => run({ verb: 'leave' })}>
              Leave the team
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <HoldDialog opened={holding} onClose={hold.close} pending={change.isPending} onHold={run} />
      <CloseDialog opened={closing} onClose={close.close} pending={change.isPending} onCloseSearch={run} />
    </>
  );
}

interface DialogProps {
  opened: boolean;
  onClose: () => void;
  pending: boolean;
}

function HoldDialog({ opened, onClose, pending, onHold }: DialogProps & { onHold: (change: SearchChange) => void }) {
  const [reason, setReason] = useState('');
  return (
    <Modal opened={opened} onClose={onClose} title="Put the search on hold">
      <Stack>
        <Textarea
          label="Why is the client pausing?"
          description="Working-day clocks pause. Market windows keep running."
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={pending} onClick={() => onHold({ verb: 'hold', reason: reason.trim() || undefined })}>
            Put on hold
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function CloseDialog({
  opened,
  onClose,
  pending,
  onCloseSearch,
}: DialogProps & { onCloseSearch: (change: SearchChange) => void }) {
  const [reason, setReason] = useState<CloseReason>('unfilled');
  return (
    <Modal opened={opened} onClose={onClose} title="Close the search">
      <Stack>
        <Radio.Group
          label="How did it end?"
          description="A placement is recorded by accepting an offer, not here."
          value={reason}
          onChange={(value) => setReason(REASONS.find((known) => known === value) ?? 'unfilled')}
        >
          <Stack gap="xs" mt="sm">
            {REASONS.map((value) => (
              <Radio key={value} value={value} label={CLOSE_REASON[value]} />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={pending} onClick={() => onCloseSearch({ verb: 'close', reason })}>
            Close the search
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
