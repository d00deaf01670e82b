import { Alert } from '@mantine/core';

export function Refusal({ sentence }: { sentence: string | null }) {
  return sentence ? (
    <Alert color="red" variant="light" role="alert">
      {sentence}
    </Alert>
  ) : null;
}
