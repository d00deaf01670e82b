import { Kbd, Menu } from '@mantine/core';
import { IconArrowRight, IconGift, IconLayoutSidebarRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Card, Stage } from '../../../lib/answers';
import { useBoardActions } from './board-context';
import { reception } from './columns';

/** Where a card may go: by arrows and Enter, or by the number of the column, which the board listens for. */
export function CardMenu({ card, trigger }: { card: Card; trigger: ReactNode }) {
  const { stages, moveTo, closeMenu, searchId } = useBoardActions();
  const navigate = useNavigate();
  const choose = (stage: Stage): void => {
    closeMenu(card.id);
    moveTo(card, stage);
  };
  return (
    <Menu
      opened
      onClose={() => closeMenu(card.id)}
      // By default any key outside closes it, and the key that opened it is still on its way up.
      clickOutsideEvents={['mousedown', 'touchstart']}
      position="bottom-end"
      width={250}
      returnFocus={false}
      trapFocus
    >
      <Menu.Target>{trigger}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Move {card.candidate.name} to</Menu.Label>
        {stages.map((stage, index) => {
          const how = reception(card, stage);
          return how === null ? null : (
            <Menu.Item
              key={stage.id}
              leftSection={how === 'offer' ? <IconGift size={16} /> : <IconArrowRight size={16} />}
              rightSection={<Kbd size="xs">{index + 1}</Kbd>}
              onClick={() => choose(stage)}
            >
              {how === 'offer' ? 'Extend an offer…' : stage.label}
            </Menu.Item>
          );
        })}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLayoutSidebarRight size={16} />}
          onClick={() => {
            closeMenu(card.id);
            void navigate({
              to: '/searches/$searchId',
              params: { searchId },
              search: (before) => ({ ...before, candidacy: card.id }),
              resetScroll: false,
            });
          }}
        >
          Open card
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
