import { Badge, Box, CloseButton, Group, Kbd, NavLink, Stack, UnstyledButton, VisuallyHidden } from '@mantine/core';
import {
  IconBell,
  IconBuildingSkyscraper,
  IconChartHistogram,
  IconFileImport,
  IconHeartRateMonitor,
  IconSearch,
  IconSettings,
  IconSunrise,
  IconTargetArrow,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useRouterState, type LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Brand } from '../../components/brand';
import { Tip } from '../../components/tip';
import { useMe } from '../../lib/session';
import { useUnseen } from '../../lib/unseen';
import classes from './shell.module.css';
import { UserButton } from './user-button';

interface Room {
  to: LinkProps['to'] & string;
  label: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
}

const WORK: Room[] = [
  { to: '/', label: 'Today', icon: IconSunrise },
  { to: '/searches', label: 'Searches', icon: IconTargetArrow },
  { to: '/candidates', label: 'Candidates', icon: IconUsers },
  { to: '/clients', label: 'Clients', icon: IconBuildingSkyscraper },
  { to: '/pipeline-health', label: 'Pipeline health', icon: IconHeartRateMonitor },
  { to: '/insights', label: 'Insights', icon: IconChartHistogram },
];
const REMINDERS: Room = { to: '/reminders', label: 'Reminders', icon: IconBell };
const IMPORTS: Room = { to: '/imports', label: 'Imports', icon: IconFileImport };
const SETTINGS: Room = { to: '/settings', label: 'Settings', icon: IconSettings };

export function Rail({ onFind, onClose }: { onFind: () => void; onClose: () => void }) {
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isHere = (to: string): boolean => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`));
  const unseen = useUnseen();
  const link = ({ to, label, icon: Icon }: Room, news = 0) => (
    <NavLink
      key={to}
      component={Link}
      to={to}
      label={label}
      active={isHere(to)}
      aria-current={isHere(to) ? 'page' : undefined}
      leftSection={<Icon size={18} stroke={1.7} />}
      rightSection={news > 0 ? <News count={news} /> : null}
      classNames={{ root: classes['link'] ?? '' }}
    />
  );
  return (
    <Stack h="100%" gap={0}>
      <Group justify="space-between" px="md" pt="md" pb="sm">
        <Brand />
        <CloseButton hiddenFrom="sm" onClick={onClose} aria-label="Close the menu" />
      </Group>
      <UnstyledButton className={classes['find']} onClick={onFind} aria-keyshortcuts="Control+K Meta+K">
        <IconSearch size={16} aria-hidden />
        <span>Find anything</span>
        <Kbd size="xs">Ctrl K</Kbd>
      </UnstyledButton>
      <Box flex={1} px="sm" mih={0} className={classes['rooms']}>
        <Stack gap={2}>
          {WORK.map((room) => link(room))}
          {link(REMINDERS, unseen)}
        </Stack>
        <div className={classes['rule']} />
        <Stack gap={2}>
          {me.allowed.import ? link(IMPORTS) : null}
          {link(SETTINGS)}
        </Stack>
      </Box>
      <Stack gap="xs" p="sm">
        {me.firm.simulated ? (
          <Tip label="Every person, client and search in this firm is invented.">
            <Badge color="yellow" variant="light" fullWidth size="md" tabIndex={0} className={classes['simulated']}>
              Simulated data
            </Badge>
          </Tip>
        ) : null}
        <UserButton />
      </Stack>
    </Stack>
  );
}

function News({ count }: { count: number }) {
  return (
    <Badge size="sm" variant="light" color="gray">
      {count > 99 ? '99+' : count}
      <VisuallyHidden> unseen</VisuallyHidden>
    </Badge>
  );
}
