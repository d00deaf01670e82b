import { ActionIcon, Menu, Text, VisuallyHidden } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Rows, type Column } from '../../../components/list';
import { Mark } from '../../../components/mark';
import { Person } from '../../../components/person';
import { useOffices } from '../../../components/pickers/offices';
import type { User } from '../../../lib/answers';
import { day } from '../../../lib/dates';
import { useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import { officeName, ROLE } from '../../../lib/words';
import { useReactivate, useResend, useTakeBack } from '../api/users';
import classes from './people-list.module.css';

const STATE: Record<User['state'], { label: string; tone: 'ok' | 'watch' | 'still' }> = {
  active: { label: 'Active', tone: 'ok' },
  invited: { label: 'Invited', tone: 'watch' },
  deactivated: { label: 'Deactivated', tone: 'still' },
};

interface PeopleListProps {
  label: string;
  users: User[];
  onChange: (user: User) => void;
  onDeactivate: (user: User) => void;
}

export function PeopleList({ label, users, onChange, onDeactivate }: PeopleListProps) {
  const offices = useOffices();
  const officeOf = ({ officeId }: User): string =>
    officeName(offices.data?.find(({ id }) => id === officeId)?.key ?? '');
  const columns: Column<User>[] = [
    {
      head: 'Person',
      className: classes['person'],
      cell: (user) => <Person name={user.name} detail={user.email} />,
    },
    { head: 'Role', cell: ({ role }) => ROLE[role] },
    { head: 'Office', className: classes['office'], cell: officeOf },
    { head: 'State', cell: (user) => <State user={user} /> },
    {
      head: <VisuallyHidden>Actions</VisuallyHidden>,
      align: 'right',
      cell: (user) => <Actions user={user} onChange={onChange} onDeactivate={onDeactivate} />,
    },
  ];
  return <Rows rows={users} label={label} minWidth={320} columns={columns} />;
}

function State({ user: { state, invitation, deactivatedAt } }: { user: User }) {
  const now = useNow();
  const zone = useZone();
  const said = state === 'invited' ? invitationSentence(invitation, (at) => day(at, zone, now)) : null;
  return (
    <>
      <Mark tone={STATE[state].tone}>{STATE[state].label}</Mark>
      {(said ?? deactivatedAt) ? (
        <Text size="xs" c="dimmed" mt={2}>
          {said ?? `since ${day(deactivatedAt ?? '', zone, now)}`}
        </Text>
      ) : null}
    </>
  );
}

function invitationSentence(invitation: User['invitation'], when: (at: string) => string): string | null {
  // named by an import of the command line, which mails nobody
  if (!invitation) return 'Not invited yet.';
  if (invitation.refused)
    return 'The email could not be delivered: take the invitation back and invite the right address.';
  if (!invitation.sentAt) return 'The email is on its way.';
  if (invitation.expired) return 'The link has expired: send it again.';
  return invitation.expiresAt ? `until ${when(invitation.expiresAt)}` : null;
}

function Actions({
  user,
  onChange,
  onDeactivate,
}: Pick<PeopleListProps, 'onChange' | 'onDeactivate'> & { user: User }) {
  const [resend, takeBack, reactivate] = [useResend(), useTakeBack(), useReactivate()];
  const { id, name, version, invitation, allowed } = user;
  if (!Object.values(allowed).some(Boolean)) return null;
  // of whoever was asked and has not joined, taking the invitation back says all there is to say
  const isAsked = allowed.takeBack && invitation !== null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={40} aria-label={`Actions for ${name}`}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {allowed.change ? (
          <Menu.Item onClick={() => onChange(user)}>
            {allowed.changeRole ? 'Change name, role or office' : 'Change name or office'}
          </Menu.Item>
        ) : null}
        {allowed.resend ? (
          <Menu.Item onClick={() => resend.mutate(id)}>
            {invitation ? 'Send the invitation again' : 'Send an invitation'}
          </Menu.Item>
        ) : null}
        {isAsked ? <Menu.Item onClick={() => takeBack.mutate(id)}>Withdraw the invitation</Menu.Item> : null}
        {allowed.reactivate ? (
          <Menu.Item onClick={() => reactivate.mutate({ id, version })}>Reactivate</Menu.Item>
        ) : null}
        {allowed.deactivate && !isAsked ? (
          <Menu.Item color="red" onClick={() => onDeactivate(user)}>
            Deactivate…
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
