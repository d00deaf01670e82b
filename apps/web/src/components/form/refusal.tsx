import { Alert } from '@mantine/core';

/** Why a form was refused, where it is not about one of its fields. */
export function Refusal({ sentence }: { sentence: string | null | undefined }) {
  return sentence ? (
    <Alert color="red" variant="light" role="alert">
      {sentence}
    </Alert>
  ) : null;
}
