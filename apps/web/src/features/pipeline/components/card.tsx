import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { memo, useEffect, useRef, type MouseEvent } from 'react';
import { FlagMark } from '../../../components/flag-mark';
import { position } from '../../../components/person';
import { Tip } from '../../../components/tip';
import { WindowRing } from '../../../components/window-ring';
import type { Card } from '../../../lib/answers';
import { count, ruleName } from '../../../lib/words';
import { useBoardActions } from './board-context';
import classes from './card.module.css';
import { CardMenu } from './card-menu';
import { cardElementId } from './columns';

interface CandidacyCardProps {
  card: Card;
  tabStop: boolean;
  held: boolean;
  menuOpen: boolean;
  open: boolean;
  refused: boolean;
}

export const CandidacyCard = memo(function CandidacyCard(props: CandidacyCardProps) {
  const { card, tabStop, held, menuOpen, open, refused } = props;
  const { candidate, window, flags, daysInStage } = card;
  const element = useRef<HTMLElement>(null);
  const onClick = useOpening(card.id);
  const movable = card.allowed.moveTo.length > 0 || card.allowed.offer;

  useEffect(() => {
    if (!element.current || !movable) return;
    return draggable({ element: element.current, getInitialData: () => ({ kind: 'card', cardId: card.id }) });
  }, [card.id, movable]);

  return (
    <article
      ref={element}
      className={classes['card']}
      data-card={card.id}
      onClick={onClick}
      data-held={held || undefined}
      data-open={open || undefined}
      data-refused={refused || undefined}
      data-movable={movable || undefined}
    >
      <div className={classes['top']}>
        <div className={classes['who']}>
          <NameLink card={card} tabStop={tabStop} />
          <span className={classes['position']}>{position(candidate.title, candidate.employer)}</span>
        </div>
        {window ? <WindowRing window={window} /> : null}
      </div>
      <div className={classes['foot']}>
        <span className={classes['days']}>
          {daysInStage === 0 ? 'since today' : `${count(daysInStage, 'day')} here`}
        </span>
        <Flags flags={flags} />
        {movable ? <Trigger card={card} tabStop={tabStop} menuOpen={menuOpen} /> : null}
      </div>
    </article>
  );
});

/** The worst of them, and how many more there are; the server has them in this order. */
function Flags({ flags }: Pick<Card, 'flags'>) {
  const [worst, ...more] = [...flags].sort(
    (a, b) => Number(b.severity === 'stalled') - Number(a.severity === 'stalled'),
  );
  if (!worst) return null;
  return (
    <>
      <FlagMark rule={worst.rule} severity={worst.severity} sentence={worst.sentence} />
      {more.length > 0 ? (
        <Tip label={more.map(({ rule, sentence }) => `${ruleName(rule)}: ${sentence}`).join('. ')}>
          <span className={classes['more']}>
            +{more.length}
            <VisuallyHidden> more flags</VisuallyHidden>
          </span>
        </Tip>
      ) : null}
    </>
  );
}

/** The name is the link; a click anywhere else on the card does the same. Its menu hangs in a portal, not inside it. */
function useOpening(cardId: string): (event: MouseEvent<HTMLElement>) => void {
  const { searchId } = useBoardActions();
  const navigate = useNavigate();
  return (event) => {
    const target = event.target as Element;
    if (!event.currentTarget.contains(target) || target.closest('a, button')) return;
    void navigate({
      to: '/searches/$searchId',
      params: { searchId },
      search: (before) => ({ ...before, candidacy: cardId }),
      resetScroll: false,
    });
  };
}

function NameLink({ card, tabStop }: Pick<CandidacyCardProps, 'card' | 'tabStop'>) {
  const { searchId, setCurrent } = useBoardActions();
  return (
    <Link
      id={cardElementId(card.id)}
      className={classes['name']}
      to="/searches/$searchId"
      params={{ searchId }}
      search={(before) => ({ ...before, candidacy: card.id })}
      resetScroll={false}
      preload={false}
      draggable={false}
      tabIndex={tabStop ? 0 : -1}
      aria-describedby="board-keys"
      onFocus={() => setCurrent(card.id)}
    >
      {card.candidate.name}
    </Link>
  );
}

function Trigger({ card, tabStop, menuOpen }: Pick<CandidacyCardProps, 'card' | 'tabStop' | 'menuOpen'>) {
  const { openMenu } = useBoardActions();
  const button = (
    <ActionIcon
      className={classes['menu']}
      size="sm"
      tabIndex={tabStop ? 0 : -1}
      aria-label={`Move ${card.candidate.name}`}
      aria-haspopup="menu"
      aria-expanded={menuOpen}
      onClick={() => openMenu(card.id)}
    >
      <IconDots size={16} />
    </ActionIcon>
  );
  return menuOpen ? <CardMenu card={card} trigger={button} /> : button;
}
