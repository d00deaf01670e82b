import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { type ApiProblem, isPossibleDuplicate } from '../lib/problem';

const SAME: Record<string, string> = { email: 'email', phone: 'phone', profileUrl: 'profile link' };

/** Hears that somebody is here already, so that the form can ask. */
export function usePossibleDuplicate() {
  const [refusal, setRefusal] = useState<ApiProblem | null>(null);
  const hear = (error: unknown): boolean => {
    const isOne = isPossibleDuplicate(error);
    setRefusal(isOne ? error : null);
    return isOne;
  };
  return { refusal, hear };
}

interface PossibleDuplicateProps {
  refusal: ApiProblem | null;
  anyway: string;
  pending: boolean;
  onAnyway: () => void;
}

/** Who is here already with the same address, number or link, and the way to save all the same. */
export function PossibleDuplicate({ refusal, anyway, pending, onAnyway }: PossibleDuplicateProps) {
  const alert = useRef<HTMLDivElement>(null);
  // the form is longer than a screen, and the button that was pressed cannot hold the focus while it waits
  useEffect(() => alert.current?.focus(), [refusal]);
  if (!refusal) return null;
  return (
    <Alert ref={alert} tabIndex={-1} color="yellow" title="Is this the same person?">
      <Stack gap="sm">
        {refusal.duplicates.map(({ id, name, same, client }) => (
          <Text key={id} size="sm">
            <Anchor
              component={Link}
              to={client ? `/clients/${client.id}` : `/candidates/${id}`}
              target="_blank"
              inherit
              c="inherit"
              underline="always"
            >
              {client ? `${name} at ${client.name}` : name}
            </Anchor>{' '}
            is here already with the same {listed(same.map((one) => SAME[one] ?? one))}.
          </Text>
        ))}
        <Group>
          <Button size="xs" variant="default" loading={pending} onClick={onAnyway}>
            {anyway}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

const listed = (words: readonly string[]): string => new Intl.ListFormat('en', { type: 'conjunction' }).format(words);
