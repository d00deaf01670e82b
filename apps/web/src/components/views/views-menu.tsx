import { Button, Menu, Text } from '@mantine/core';
import { IconBookmark, IconCheck, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { isSameView, wordsOf } from '../../lib/view-words';
import { EditViews } from './edit-views';
import { SaveView } from './save-view';
import { useViews, type ListName } from './views';

interface ViewsMenuProps {
  list: ListName;
  /** what the address of the list says now */
  asked: object;
  /** shows the list as a view has it */
  open: (words: string[]) => void;
}

/** Views of a list: one's own and those of the firm, to be shown, saved and put in order. */
export function ViewsMenu({ list, asked, open }: ViewsMenuProps) {
  const { data: views = [] } = useViews(list);
  const [over, setOver] = useState<'save' | 'edit' | null>(null);
  const now = wordsOf(asked);
  const shown = views.find((view) => isSameView(view.asked, now));
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={16} />}
            aria-label={shown && `View: ${shown.name}`}
          >
            <Text span inherit truncate maw={180}>
              {shown?.name ?? 'Views'}
            </Text>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => open([])} rightSection={now.length === 0 ? <IconCheck size={14} /> : null}>
            Everything
          </Menu.Item>
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              onClick={() => open(view.asked)}
              leftSection={
                view.shared ? <IconUsers size={14} role="img" aria-label={`Shared by ${view.by.name}`} /> : undefined
              }
              rightSection={view === shown ? <IconCheck size={14} role="img" aria-label="Shown now" /> : null}
            >
              <Text size="sm" truncate maw={240} title={view.name}>
                {view.name}
              </Text>
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setOver('save')} disabled={now.length === 0 || shown !== undefined}>
            Save this view…
          </Menu.Item>
          {views.some(({ allowed }) => allowed.change) ? (
            <Menu.Item onClick={() => setOver('edit')}>Change or remove views…</Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <SaveView opened={over === 'save'} list={list} asked={now} onClose={() => setOver(null)} />
      <EditViews opened={over === 'edit'} views={views} now={now} onClose={() => setOver(null)} />
    </>
  );
}
