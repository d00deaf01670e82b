import { Alert, Radio, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Body } from '../lib/answers';
import { type ApiProblem, isForgotten } from '../lib/problem';

export type KeepReason = NonNullable<Body<'/api/candidates'>['despiteErasure']>;

const REASONS: Record<KeepReason, [label: string, description: string]> = {
  they_came_back: ['They came back', 'They want us to keep their data again. They will no longer be refused.'],
  somebody_else: [
    'It is someone else',
    'A different person with the same address, number or name. Only this record is kept; the erased person is still refused.',
  ],
  legal_duty: ['The law requires it', 'Their data must be kept. They will no longer be refused.'],
};

/** Hears of a refusal of somebody who asked to be forgotten, so that the form can show it. */
export function useForgotten() {
  const [refusal, setRefusal] = useState<ApiProblem | null>(null);
  const hear = (error: unknown): boolean => {
    const forgotten = isForgotten(error);
    setRefusal(forgotten ? error : null);
    return forgotten;
  };
  return { refusal, hear };
}

interface AskedToBeForgottenProps {
  refusal: ApiProblem | null;
  submitLabel: string;
  /** The reason in the form, as of any other field. */
  input: { value?: KeepReason | null; onChange: (reason: KeepReason) => void };
}

/** Why nothing was kept, and for whoever may: the way to keep it all the same. */
export function AskedToBeForgotten({ refusal, submitLabel, input }: AskedToBeForgottenProps) {
  const alert = useRef<HTMLDivElement>(null);
  // the form is longer than a screen, and the button that was pressed cannot hold the focus while it waits
  useEffect(() => alert.current?.focus(), [refusal]);
  if (!refusal) return null;
  return (
    <Alert ref={alert} tabIndex={-1} color="yellow" title="Not saved">
      <Stack gap="sm">
        <Text size="sm">{refusal.message}</Text>
        {refusal.mayKeep ? (
          <Radio.Group
            label="Why keep them anyway?"
            description={`Choose one, then “${submitLabel}” again. It is recorded in the audit with your name.`}
            value={input.value ?? null}
            onChange={(value) => input.onChange(value as KeepReason)}
          >
            <Stack gap="xs" mt="xs">
              {Object.entries(REASONS).map(([value, [label, description]]) => (
                <Radio key={value} value={value} label={label} description={description} />
              ))}
            </Stack>
          </Radio.Group>
        ) : null}
      </Stack>
    </Alert>
  );
}
