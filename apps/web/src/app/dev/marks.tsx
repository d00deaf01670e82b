import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Brand } from '../../components/brand';
import { FlagMark } from '../../components/flag-mark';
import { HealthBadge } from '../../components/health-badge';
import { LinkButton } from '../../components/link-button';
import { Mark } from '../../components/mark';
import { Moment } from '../../components/moment';
import { Person } from '../../components/person';
import { PlainDate } from '../../components/plain-date';
import { WindowRing } from '../../components/window-ring';
import type { Health } from '../../lib/answers';
import { localDate } from '../../lib/dates';
import { HEALTH, RULE } from '../../lib/words';
import { MOMENTS, WINDOWS } from './samples';

export const MARKS: Record<string, ReactNode> = {
  Brand: (
    <Group>
      <Brand />
      <Brand size={40} />
    </Group>
  ),
  HealthBadge: (
    <Group>
      {(Object.keys(HEALTH) as Health[]).map((health) => (
        <HealthBadge key={health} health={health} />
      ))}
      <HealthBadge health={null} status="placed" />
      <HealthBadge health={null} status="closed" />
    </Group>
  ),
  FlagMark: (
    <Group gap="xs">
      {Object.keys(RULE).map((rule) => (
        <FlagMark key={rule} rule={rule} severity="watch" sentence="No movement since Wed 4 Nov" />
      ))}
      <FlagMark rule="window_closed" severity="stalled" />
      <FlagMark rule="a_rule_of_tomorrow" severity="stalled" />
    </Group>
  ),
  Mark: (
    <Group>
      {(['ok', 'watch', 'stall', 'still'] as const).map((tone) => (
        <Mark key={tone} tone={tone}>
          {tone}
        </Mark>
      ))}
    </Group>
  ),
  WindowRing: (
    <Group>
      {WINDOWS.map((window) => (
        <WindowRing key={window.day} window={window} size={48} />
      ))}
    </Group>
  ),
  Moment: (
    <Group gap="lg">
      {MOMENTS.map((moment) => (
        <Stack key={moment} gap={0}>
          <Moment at={moment} />
          <Text size="xs" c="dimmed">
            <Moment at={moment} as="day" />
          </Text>
        </Stack>
      ))}
    </Group>
  ),
  PlainDate: (
    <Group gap="lg">
      <PlainDate on={localDate(new Date(), 'Europe/Berlin')} />
      <PlainDate on="2024-02-29" />
    </Group>
  ),
  Person: (
    <Stack>
      <Person name="Ada Sample" />
      <Person name="Ben Example" detail="Head of AI Infrastructure · Example Works" size={44} />
    </Stack>
  ),
  LinkButton: (
    <Group>
      <LinkButton to="/">Filled</LinkButton>
      <LinkButton to="/" variant="default">
        Default
      </LinkButton>
      <LinkButton to="/" variant="subtle" size="compact-sm">
        Subtle
      </LinkButton>
    </Group>
  ),
};
