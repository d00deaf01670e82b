import { Avatar, Box, Group, Text } from '@mantine/core';
import { initials } from '../lib/words';

export function Person({ name, detail, size = 32 }: { name: string; detail?: string | null; size?: number }) {
  return (
    <Group gap="sm" wrap="nowrap" miw={0}>
      <Avatar size={size} radius="xl" color="ink" variant="light" aria-hidden>
        {initials(name)}
      </Avatar>
      {/* in a table, whose columns would grow with the longest word */}
      <Box miw={0} maw="26rem">
        <Text size="sm" fw={560} truncate>
          {name}
        </Text>
        {detail ? (
          <Text size="xs" c="dimmed" truncate>
            {detail}
          </Text>
        ) : null}
      </Box>
    </Group>
  );
}
export const position = (title: string | null, employer: string | null): string =>
  [title, employer].filter(Boolean).join(' · ');
