import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import {
  IconBuilding,
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSun,
  IconUser,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { answer, api, line } from '../../lib/api';
import { forgetDrafts } from '../../lib/drafts';
import { useEnterFirm } from '../../lib/firms';
import { useMe } from '../../lib/session';
import { useChange } from '../../lib/use-change';
import { ROLE } from '../../lib/words';
import { Whom } from './whom';

const SCHEMES: { value: MantineColorScheme; label: string; icon: typeof IconSun }[] = [
  { value: 'auto', label: 'System', icon: IconDeviceDesktop },
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
];

/** Opens at once: it is there because somebody asked for it. */
export function UserMenu() {
  const { user } = useMe();
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // it stands where another had the focus, and opens as that was asked to
  useEffect(() => {
    button.current?.focus();
    setOpened(true);
  }, []);
  const navigate = useNavigate();
  const signOut = useChange({
    fact: 'auth.signed_out',
    mutationFn: () => answer(api.POST('/api/auth/sign-out')),
    keep: async (_told, queries) => {
      await navigate({ to: '/sign-in' });
      queries.clear();
      forgetDrafts(sessionStorage);
      line.forget();
    },
  });
  return (
    <Menu position="top-start" width={220} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Whom ref={button} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.email}
          <br />
          {ROLE[user.role]}
        </Menu.Label>
        <Menu.Item component={Link} to="/settings/account" leftSection={<IconUser size={16} />}>
          Your account
        </Menu.Item>
        <OtherFirms />
        <Themes />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function OtherFirms() {
  const { firm, firms } = useMe();
  const enter = useEnterFirm();
  const others = firms.filter(({ id }) => id !== firm.id);
  if (others.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>Switch firm</Menu.Label>
      {others.map(({ id, name }) => (
        <Menu.Item key={id} leftSection={<IconBuilding size={16} />} onClick={() => enter.mutate(id)}>
          {name}
        </Menu.Item>
      ))}
    </>
  );
}

function Themes() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Divider />
      <Menu.Label>Theme</Menu.Label>
      {SCHEMES.map(({ value, label, icon: Icon }) => (
        <Menu.Item
          key={value}
          leftSection={<Icon size={16} />}
          rightSection={colorScheme === value ? <IconCheck size={16} aria-label="chosen" /> : null}
          onClick={() => setColorScheme(value)}
          closeMenuOnClick={false}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  );
}
