import { Button, Center, Text } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect } from 'react';
import { count } from '../lib/words';

interface MoreProps {
  hasMore: boolean;
  loading: boolean;
  load: () => void;
  shown: number;
  one: string;
  many?: string;
}

/** The end of a key-set paged list: loads on when it comes into view, and by button. */
export function More({ hasMore, loading, load, shown, one, many }: MoreProps) {
  const { ref, entry } = useIntersection({ rootMargin: '400px' });
  const inView = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (inView && hasMore && !loading) load();
  }, [inView, hasMore, loading, load]);
  return (
    <Center ref={ref} py="md">
      {hasMore ? (
        <Button variant="subtle" loading={loading} onClick={load}>
          Show more
        </Button>
      ) : (
        <Text size="xs" c="dimmed">
          {count(shown, one, many)}, all shown
        </Text>
      )}
    </Center>
  );
}
