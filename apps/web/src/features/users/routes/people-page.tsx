import { Button, Modal, Stack, Title } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Page } from '../../../components/page';
import { useEverybody } from '../../../components/pickers/users';
import { Empty, Loaded } from '../../../components/states';
import type { User } from '../../../lib/answers';
import { ChangeForm } from '../components/change-form';
import { DeactivateForm } from '../components/deactivate-form';
import { InviteForm } from '../components/invite-form';
import { PeopleList } from '../components/people-list';

type Open = { what: 'invite' } | { what: 'change' | 'deactivate'; id: string } | null;

export function PeoplePage() {
  const list = useEverybody();
  const [open, setOpen] = useState<Open>(null);
  const users = list.data?.items ?? [];
  const roles = list.data?.invitableRoles ?? [];
  const invite =
    roles.length > 0 ? (
      <Button leftSection={<IconUserPlus size={16} />} onClick={() => setOpen({ what: 'invite' })}>
        Invite a colleague
      </Button>
    ) : null;
  return (
    <Page title="People" about="Who works here, and from which office." actions={invite} width="read">
      <Loaded query={list}>{({ items }) => <People users={items} invite={invite} onOpen={setOpen} />}</Loaded>
      <Dialogs open={open} users={users} roles={roles} onClose={() => setOpen(null)} />
    </Page>
  );
}

interface PeopleProps {
  users: User[];
  invite: ReactNode;
  onOpen: (open: Open) => void;
}

function People({ users, invite, onOpen }: PeopleProps) {
  const here = users.filter(({ state }) => state !== 'deactivated');
  const left = users.filter(({ state }) => state === 'deactivated');
  const sheet = {
    onChange: ({ id }: User) => onOpen({ what: 'change', id }),
    onDeactivate: ({ id }: User) => onOpen({ what: 'deactivate', id }),
  };
  return (
    <Stack gap="xl">
      <PeopleList label="People" users={here} {...sheet} />
      {here.length === 1 ? (
        <Empty icon={<IconUserPlus size={22} />} title="You are the only one here" action={invite}>
          Colleagues get a link by email and choose their own password.
        </Empty>
      ) : null}
      {left.length > 0 ? (
        <section aria-labelledby="left">
          <Title order={2} id="left" mb="sm">
            No longer here
          </Title>
          <PeopleList label="No longer here" users={left} {...sheet} />
        </section>
      ) : null}
    </Stack>
  );
}

interface DialogsProps {
  open: Open;
  users: User[];
  roles: User['role'][];
  onClose: () => void;
}

function Dialogs({ open, users, roles, onClose }: DialogsProps) {
  // as they are now: after a conflict the form goes on with the newest version
  const user = open && 'id' in open ? users.find(({ id }) => id === open.id) : undefined;
  const isOpen = (what: 'change' | 'deactivate') => open?.what === what && user !== undefined;
  return (
    <>
      <Modal opened={open?.what === 'invite'} onClose={onClose} title="Invite a colleague">
        <InviteForm roles={roles} onDone={onClose} />
      </Modal>
      <Modal opened={isOpen('change')} onClose={onClose} title={`Change ${user?.name ?? ''}`}>
        {user ? <ChangeForm user={user} onDone={onClose} /> : null}
      </Modal>
      <Modal opened={isOpen('deactivate')} onClose={onClose} title={`Deactivate ${user?.name ?? ''}`}>
        {user ? <DeactivateForm user={user} users={users} onDone={onClose} /> : null}
      </Modal>
    </>
  );
}
