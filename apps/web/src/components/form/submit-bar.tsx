import { Button, Group, type ButtonProps } from '@mantine/core';

interface SubmitBarProps extends Pick<ButtonProps, 'size' | 'color' | 'disabled'> {
  label: string;
  pending: boolean;
  onCancel: () => void;
}

/** The end of a form: the way back, and the way on. */
export function SubmitBar({ label, pending, onCancel, size = 'sm', color, disabled = false }: SubmitBarProps) {
  return (
    <Group justify="flex-end" gap={size === 'sm' ? 'md' : 'xs'}>
      <Button variant="default" size={size} onClick={onCancel}>
        Cancel
      </Button>
      <Button type="submit" size={size} loading={pending} disabled={disabled} {...(color ? { color } : {})}>
        {label}
      </Button>
    </Group>
  );
}
