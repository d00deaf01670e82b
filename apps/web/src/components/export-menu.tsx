import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { download } from '../lib/download';
import { notifyProblem } from '../lib/notify';

interface ExportMenuProps {
  /** where the file is made, such as `/api/clients/export` */
  address: string;
  /** what the list shows now */
  asked: Readonly<Record<string, string | undefined>>;
  /** of the file, without its ending */
  name: string;
  /** beside small buttons */
  small?: boolean;
}

const FORMATS = { csv: 'CSV', xlsx: 'Excel' } as const;

/** Takes a list along as it is shown, with all of its rows. */
export function ExportMenu({ address, asked, name, small = false }: ExportMenuProps) {
  const [making, setMaking] = useState(false);
  const make = (format: keyof typeof FORMATS): void => {
    const set = Object.entries<string | undefined>({ ...asked, format }).flatMap(([key, value]) =>
      value ? [[key, value]] : [],
    );
    setMaking(true);
    download(`${address}?${new URLSearchParams(set).toString()}`, `${name}.${format}`)
      .catch((error: unknown) => notifyProblem(error, 'Nothing was exported'))
      .finally(() => setMaking(false));
  };
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          size={small ? 'xs' : undefined}
          loading={making}
          leftSection={<IconDownload size={small ? 14 : 16} />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>All rows, as the list is shown</Menu.Label>
        {Object.entries(FORMATS).map(([format, label]) => (
          <Menu.Item key={format} onClick={() => make(format as keyof typeof FORMATS)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
