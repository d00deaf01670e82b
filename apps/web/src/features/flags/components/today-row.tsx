import { ActionIcon, Checkbox } from '@mantine/core';
import {
  IconArrowRight,
  IconBellOff,
  IconBellRinging,
  IconCheck,
  IconChevronDown,
  IconHelpCircle,
  IconHourglass,
  IconMessagePlus,
  IconUserShare,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { FlagMark } from '../../../components/flag-mark';
import { Moment } from '../../../components/moment';
import { Tip } from '../../../components/tip';
import { WindowRing } from '../../../components/window-ring';
import { toLog, wayWords } from '../../../lib/words';
import { HandMarks } from './hand-marks';
import type { TodayAct } from './today-acts';
import { isAcknowledged, nameOf, type TodayThing } from './today-groups';
import classes from './today.module.css';

interface TodayRowProps {
  thing: TodayThing;
  zone: string;
  now: Date;
  selected: boolean;
  onSelect: (selected: boolean) => void;
  onAct: (act: TodayAct) => void;
}

/** One line for a card or a search: how long there is, who, why, and everything that can be done about it. */
export function TodayRow({ thing, zone, now, selected, onSelect, onAct }: TodayRowProps) {
  const { key, first } = thing;
  const [open, setOpen] = useState(false);
  const name = nameOf(thing);
  return (
    <li className={classes['row']} data-thing={key} data-selected={selected || undefined}>
      <Checkbox
        size="xs"
        checked={selected}
        onChange={(event) => onSelect(event.currentTarget.checked)}
        aria-label={`Select ${name}`}
      />
      {first.window ? (
        <WindowRing window={first.window} size={36} />
      ) : (
        <span className={classes['noring']}>
          <IconHourglass size={17} stroke={1.6} aria-hidden />
        </span>
      )}
      <What thing={thing} zone={zone} now={now} open={open} />
      <div className={classes['side']}>
        <Acts name={name} thing={thing} onAct={onAct}>
          <Tip label={open ? 'Less' : 'All reasons and the next step'}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${open ? 'Less' : 'More'} about ${name}`}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              <IconChevronDown size={16} style={open ? { transform: 'rotate(180deg)' } : undefined} />
            </ActionIcon>
          </Tip>
        </Acts>
      </div>
    </li>
  );
}

/** Who it is about and why; with the row open, every reason and the next step. */
function What({ thing, zone, now, open }: Pick<TodayRowProps, 'thing' | 'zone' | 'now'> & { open: boolean }) {
  const { first, flags } = thing;
  const { search, candidacy } = first;
  const name = nameOf(thing);
  const where = candidacy ? `${search.title} · ${search.clientName}` : search.clientName;
  return (
    <div className={classes['what']}>
      <div className={classes['head']}>
        <h3 className={classes['name']}>
          <Link
            to="/searches/$searchId"
            params={{ searchId: search.id }}
            search={candidacy ? { candidacy: candidacy.id } : { tab: 'flags' }}
            className={classes['said']}
            aria-label={candidacy ? `Open the card of ${name}` : `Open the search ${name}`}
            data-row-link
          >
            {name}
          </Link>
        </h3>
        <span className={classes['where']} title={where}>
          {where}
        </span>
        <Marks thing={thing} zone={zone} />
      </div>
      {(open ? flags : [first]).map(({ flagId, sentence }) => (
        <Sentence key={flagId} flagId={flagId} sentence={sentence} open={open} />
      ))}
      {open ? (
        <p className={classes['next']}>
          <IconArrowRight size={15} aria-hidden />
          <span>
            {first.nextStep}{' '}
            <span className={classes['due']}>
              {first.deadline < now.toISOString() ? 'Limit passed' : 'Due'} <Moment at={first.deadline} />.
            </span>
          </span>
        </p>
      ) : null}
    </div>
  );
}

function Marks({ thing, zone }: { thing: TodayThing; zone: string }) {
  const { first, flags } = thing;
  return (
    <span className={classes['marks']}>
      <FlagMark rule={first.rule} severity={first.severity} />
      {flags.length > 1 ? (
        <span className={classes['more']} title={`${flags.length} flags in all`}>
          +{flags.length - 1}
        </span>
      ) : null}
      <HandMarks
        acknowledged={isAcknowledged(thing)}
        escalated={flags.some((flag) => flag.escalated)}
        snoozedUntil={first.snoozedUntil}
        assignedTo={first.assignedTo}
        handedOn={first.handedOn}
        zone={zone}
      />
    </span>
  );
}

interface ActsProps {
  name: string;
  thing: TodayThing;
  onAct: (act: TodayAct) => void;
  children: ReactNode;
}

function Acts({ name, thing, onAct, children }: ActsProps) {
  const { first } = thing;
  const says = wayWords(toLog(thing.flags), first.candidacy !== null);
  return (
    <span className={classes['acts']}>
      <Act label={says} of={name} letter="L" onClick={() => onAct('log')} icon={<IconMessagePlus size={17} />} />
      {isAcknowledged(thing) ? null : (
        <Act
          label="Acknowledge"
          of={name}
          letter="E"
          onClick={() => onAct('acknowledge')}
          icon={<IconCheck size={17} />}
        />
      )}
      {first.snoozedUntil ? (
        <Act
          label="End snooze"
          of={name}
          letter="H"
          onClick={() => onAct('wake')}
          icon={<IconBellRinging size={17} />}
        />
      ) : (
        <Act label="Snooze" of={name} letter="H" onClick={() => onAct('snooze')} icon={<IconBellOff size={17} />} />
      )}
      <Act label="Assign" of={name} letter="A" onClick={() => onAct('assign')} icon={<IconUserShare size={17} />} />
      {children}
    </span>
  );
}

interface ActProps {
  label: string;
  of: string;
  letter: string;
  icon: ReactNode;
  onClick: () => void;
}

function Act({ label, of, letter, icon, onClick }: ActProps) {
  return (
    <Tip label={`${label} (${letter})`}>
      <ActionIcon variant="subtle" color="gray" aria-label={`${label}: ${of}`} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tip>
  );
}

/** The sentence leads to its explanation. */
function Sentence({ flagId, sentence, open }: { flagId: string; sentence: string; open: boolean }) {
  return (
    <p className={classes['sentence']} data-whole={open || undefined} title={open ? undefined : `${sentence}.`}>
      <Link
        to="/"
        search={(before) => ({ ...before, why: flagId })}
        resetScroll={false}
        className={classes['said']}
        aria-label={`Why: ${sentence}`}
      >
        {sentence}.
        <IconHelpCircle size={14} aria-hidden />
      </Link>
    </p>
  );
}
