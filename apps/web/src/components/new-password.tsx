import { PasswordInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';

interface NewPasswordProps {
  label: string;
  input: GetInputPropsReturnType;
}

/** A password that is being chosen. The server says what is wrong with it. */
export function NewPassword({ label, input }: NewPasswordProps) {
  return (
    <PasswordInput
      label={label}
      description="At least 12 characters; a sentence works well. Common passwords are refused."
      autoComplete="new-password"
      size="md"
      required
      withAsterisk={false}
      {...input}
    />
  );
}
