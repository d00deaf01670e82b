import { Button, type ButtonProps } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ComponentPropsWithRef, lazy, Suspense, useState } from 'react';

export interface ExportMenuProps {
  /** where the file is made, such as `/api/clients/export` */
  address: string;
  /** what the list shows now */
  asked: Readonly<Record<string, string | undefined>>;
  /** of the file, without its ending */
  name: string;
  /** beside small buttons */
  small?: boolean;
}

const load = () => import('./export-choices');
const ExportChoices = lazy(() => load().then((module) => ({ default: module.ExportChoices })));

/** Takes a list along as it is shown, with all of its rows. The menu behind it is loaded when somebody goes there. */
export function ExportMenu(props: ExportMenuProps) {
  const [asked, setAsked] = useState(false);
  const ready = (): void => void load();
  const closed = (
    <ExportButton
      small={props.small}
      aria-haspopup="menu"
      onClick={() => setAsked(true)}
      onPointerEnter={ready}
      onFocus={ready}
    />
  );
  return asked ? (
    <Suspense fallback={closed}>
      <ExportChoices {...props} />
    </Suspense>
  ) : (
    closed
  );
}

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
