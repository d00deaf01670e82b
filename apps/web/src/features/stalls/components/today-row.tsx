import { IconArrowRight, IconHourglass } from '@tabler/icons-react';
import { FlagMark } from '../../../components/flag-mark';
import { LinkButton } from '../../../components/link-button';
import { Moment } from '../../../components/moment';
import { WindowRing } from '../../../components/window-ring';
import type { TodayItem } from '../../../lib/answers';
import { windowClosingAt } from '../../../lib/market-window';
import classes from './today.module.css';

interface TodayRowProps {
  item: TodayItem;
  zone: string;
  now: Date;
}

export function TodayRow({ item, zone, now }: TodayRowProps) {
  const { search, candidacy, windowClosesAt } = item;
  return (
    <li className={classes['row']}>
      <div className={classes['ring']}>
        {windowClosesAt ? (
          <WindowRing window={windowClosingAt(windowClosesAt, zone, now)} size={44} />
        ) : (
          <span className={classes['noring']}>
            <IconHourglass size={20} stroke={1.6} aria-hidden />
          </span>
        )}
      </div>
      <div className={classes['what']}>
        <div className={classes['head']}>
          <h2 className={classes['name']}>{candidacy?.candidateName ?? search.title}</h2>
          <FlagMark rule={item.rule} severity={item.severity} />
        </div>
        <p className={classes['where']}>{candidacy ? `${search.title} · ${search.clientName}` : search.clientName}</p>
        <p className={classes['sentence']}>{item.sentence}.</p>
        <p className={classes['next']}>
          <IconArrowRight size={15} aria-hidden />
          <span>{item.nextStep}</span>
        </p>
      </div>
      <div className={classes['side']}>
        <span className={classes['due']}>
          due <Moment at={item.deadline} />
        </span>
        <LinkButton
          to="/searches/$searchId"
          params={{ searchId: search.id }}
          search={candidacy ? { candidacy: candidacy.id } : { tab: 'flags' }}
          variant={item.severity === 'stalled' ? 'filled' : 'light'}
          aria-label={candidacy ? `Open the card of ${candidacy.candidateName}` : `Open the search ${search.title}`}
        >
          {candidacy ? 'Open card' : 'Open search'}
        </LinkButton>
      </div>
    </li>
  );
}
