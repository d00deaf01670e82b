import { Button, type ButtonProps } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';

type ExportButtonProps = ButtonProps & ComponentPropsWithRef<'button'> & { small?: boolean | undefined };

export const ExportButton = ({ small = false, ...rest }: ExportButtonProps) => (
  <Button
    variant="default"
    {...(small ? { size: 'xs' } : {})}
    leftSection={<IconDownload size={small ? 14 : 16} />}
    {...rest}
  >
    Export
  </Button>
);
