import { Group, Text } from '@mantine/core';

export function Brand({ size = 26 }: { size?: number }) {
  return (
    <Group gap={9} wrap="nowrap">
      <img src="/icon.svg" width={size} height={size} alt="" />
      <Text fw={680} fz={size * 0.62} lts="-0.02em">
        Searchlight
      </Text>
    </Group>
  );
}
