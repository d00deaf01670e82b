import { Box, Group, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  title: string;
  /** one line under the title: what this page answers */
  about?: ReactNode;
  actions?: ReactNode;
  width?: 'read' | 'wide';
  children: ReactNode;
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Searchlight` : 'Searchlight';
  }, [title]);
}

export function Page({ title, about, actions, width = 'wide', children }: PageProps) {
  useTitle(title);
  return (
    <Box className={classes['page']} data-width={width}>
      <Group justify="space-between" align="flex-end" gap="md" mb="lg" wrap="wrap">
        <Box>
          <Title order={1}>{title}</Title>
          {about ? (
            <Text c="dimmed" size="sm" mt={4} component="div">
              {about}
            </Text>
          ) : null}
        </Box>
        {actions ? <Group gap="xs">{actions}</Group> : null}
      </Group>
      {children}
    </Box>
  );
}
