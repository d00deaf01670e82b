import { IconArrowRight, IconHelpCircle, IconHourglass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { FlagMark } from '../../../components/flag-mark';
import { LinkButton } from '../../../components/link-button';
import { Moment } from '../../../components/moment';
import { WindowRing } from '../../../components/window-ring';
import { HandMarks } from './hand-marks';
import type { TodayGroup } from './today-groups';
import classes from './today.module.css';

interface TodayRowProps {
  group: TodayGroup;
  zone: string;
  now: Date;
}

export function TodayRow({ group: { first, flags }, zone, now }: TodayRowProps) {
  const { search, candidacy, window } = first;
  const isStalled = flags.some(({ severity }) => severity === 'stalled');
  return (
    <li className={classes['row']}>
      <div className={classes['ring']}>
        {window ? (
          <WindowRing window={window} size={44} />
        ) : (
          <span className={classes['noring']}>
            <IconHourglass size={20} stroke={1.6} aria-hidden />
          </span>
        )}
      </div>
      <div className={classes['what']}>
        <div className={classes['head']}>
          <h2 className={classes['name']}>{candidacy?.candidateName ?? search.title}</h2>
          {flags.map(({ flagId, rule, severity }) => (
            <FlagMark key={flagId} rule={rule} severity={severity} />
          ))}
          <HandMarks
            acknowledged={flags.every((flag) => flag.acknowledged)}
            escalated={flags.some((flag) => flag.escalated)}
            snoozedUntil={first.snoozedUntil}
            assignedTo={first.assignedTo}
            zone={zone}
          />
        </div>
        <p className={classes['where']}>{candidacy ? `${search.title} · ${search.clientName}` : search.clientName}</p>
        {flags.map(({ flagId, sentence }) => (
          <Sentence key={flagId} flagId={flagId} sentence={sentence} />
        ))}
        <p className={classes['next']}>
          <IconArrowRight size={15} aria-hidden />
          <span>{first.nextStep}</span>
        </p>
      </div>
      <div className={classes['side']}>
        <span className={classes['due']}>
          {first.deadline < now.toISOString() ? 'limit passed' : 'due'} <Moment at={first.deadline} />
        </span>
        <LinkButton
          to="/searches/$searchId"
          params={{ searchId: search.id }}
          search={candidacy ? { candidacy: candidacy.id } : { tab: 'flags' }}
          variant={isStalled ? 'filled' : 'default'}
          aria-label={candidacy ? `Open the card of ${candidacy.candidateName}` : `Open the search ${search.title}`}
        >
          {candidacy ? 'Open card' : 'Open search'}
        </LinkButton>
      </div>
    </li>
  );
}

/** The sentence leads to its explanation; its last word keeps the mark beside it. */
function Sentence({ flagId, sentence }: { flagId: string; sentence: string }) {
  const last = sentence.lastIndexOf(' ') + 1;
  return (
    <p className={classes['sentence']}>
      <Link
        to="/"
        search={(before) => ({ ...before, why: flagId })}
        resetScroll={false}
        className={classes['said']}
        aria-label={`Why: ${sentence}`}
      >
        {sentence.slice(0, last)}
        <span className={classes['last']}>
          {sentence.slice(last)}.
          <IconHelpCircle size={14} aria-hidden />
        </span>
      </Link>
    </p>
  );
}
