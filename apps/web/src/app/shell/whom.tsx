import { Avatar, Box, Text, UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import { useMe } from '../../lib/session';
import { initials } from '../../lib/words';
import classes from './shell.module.css';

/** A button that says who is signed in, and where. */
export function Whom({ className = '', ...props }: UnstyledButtonProps & ComponentPropsWithRef<'button'>) {
  const { user, firm } = useMe();
  return (
    <UnstyledButton
      className={`${classes['user']} ${className}`}
      aria-label={`${user.name}, ${firm.name}: account and theme`}
      {...props}
    >
      <Avatar size={32} radius="xl" color="ink" variant="filled" aria-hidden>
        {initials(user.name)}
      </Avatar>
      <Box miw={0} flex={1}>
        <Text size="sm" fw={560} truncate>
          {user.name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {firm.name}
        </Text>
      </Box>
      <IconSelector size={16} aria-hidden />
    </UnstyledButton>
  );
}
