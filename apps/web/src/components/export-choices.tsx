import { Menu } from '@mantine/core';
import { useState } from 'react';
import { download } from '../lib/download';
import { notifyProblem } from '../lib/notify';
import { ExportButton } from './export-button';

export interface ExportChoicesProps {
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

/** Open from the start: it comes when somebody has asked for it. */
export function ExportChoices({ address, asked, name, small }: ExportChoicesProps) {
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
    <Menu position="bottom-end" shadow="md" defaultOpened>
      <Menu.Target>
        <ExportButton small={small} loading={making} />
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
