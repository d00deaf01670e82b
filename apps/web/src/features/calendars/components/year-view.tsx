import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { HolidayProposal } from '../../../lib/answers';
import { localDate, plainDate, plusDays, weekdayOf } from '../../../lib/dates';
import { useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import type { ShownHoliday } from './draft';
import { MONTHS, weeksOf, WEEKDAYS } from './months';
import classes from './year-view.module.css';

interface YearViewProps {
  year: number;
  holidays: readonly ShownHoliday[];
  proposals: readonly HolidayProposal[];
  /** ISO weekdays; undefined where nobody knows which days are worked */
  workingDays?: readonly number[] | undefined;
  /** absent: to be looked at only */
  onToggle?: ((date: string) => void) | undefined;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Twelve months. One stop for the keyboard; arrows go from day to day, Enter takes a day in or out. */
export function YearView({ year, holidays, proposals, workingDays, onToggle }: YearViewProps) {
  const now = useNow();
  const today = localDate(now, useZone());
  const grid = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(today);
  const stop = chosen.startsWith(`${year}`) ? chosen : today.startsWith(`${year}`) ? today : `${year}-01-01`;
  const byDate = new Map(holidays.map((holiday) => [holiday.date, holiday]));
  const proposed = new Map(proposals.map(({ date, name }) => [date, name]));
  const goTo = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = plusDays(stop, step);
    if (!next.startsWith(`${year}`)) return;
    setChosen(next);
    grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };

  const lookOf = (date: string): Look => {
    const holiday = byDate.get(date);
    const proposal = holiday ? undefined : proposed.get(date);
    const isFree = workingDays !== undefined && !workingDays.includes(weekdayOf(date));
    return {
      kind: holiday ? 'holiday' : proposal ? 'proposed' : isFree ? 'free' : 'working',
      holiday,
      proposal,
      isToday: date === today,
    };
  };

  return (
    <div
      ref={grid}
      className={classes['year']}
      role="group"
      aria-label={`Holidays of ${year}`}
      onKeyDown={onToggle ? goTo : undefined}
    >
      {MONTHS.map((name, month) => (
        <Month key={name} name={name} weeks={weeksOf(year, month)}>
          {(date) => (
            <Day date={date} look={lookOf(date)} isStop={date === stop} onFocus={setChosen} onToggle={onToggle} />
          )}
        </Month>
      ))}
    </div>
  );
}

interface MonthProps {
  name: string;
  weeks: (string | null)[][];
  children: (date: string) => ReactNode;
}

function Month({ name, weeks, children }: MonthProps) {
  return (
    <table className={classes['month']}>
      <caption>{name}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" abbr={weekday}>
              {weekday.slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((date, day) => (
              <td key={day}>{date ? children(date) : null}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Look {
  kind: 'holiday' | 'proposed' | 'free' | 'working';
  holiday: ShownHoliday | undefined;
  proposal: string | undefined;
  isToday: boolean;
}

function lookWords({ kind, holiday, proposal }: Look): string {
  switch (kind) {
    case 'holiday':
      return `holiday${holiday?.name ? `, ${holiday.name}` : ''}${holiday?.changed ? ', not saved yet' : ''}`;
    case 'proposed':
      return `public holiday to pick: ${proposal ?? ''}`;
    case 'free':
      return 'weekend';
    case 'working':
      return '';
  }
}

interface DayProps {
  date: string;
  look: Look;
  /** the one that Tab reaches */
  isStop: boolean;
  onFocus: (date: string) => void;
  onToggle: YearViewProps['onToggle'];
}

function Day({ date, look, isStop, onFocus, onToggle }: DayProps) {
  const { kind, holiday, proposal, isToday } = look;
  const said = lookWords(look);
  const number = Number(date.slice(8));
  const shared = {
    className: classes['day'],
    'data-kind': kind,
    'data-changed': holiday?.changed || undefined,
    'data-today': isToday || undefined,
    title: holiday?.name || proposal || undefined,
  };
  if (!onToggle)
    return (
      <span {...shared}>
        {number}
        {said ? <span className={classes['hidden']}>, {said}</span> : null}
      </span>
    );
  return (
    <button
      {...shared}
      type="button"
      data-date={date}
      tabIndex={isStop ? 0 : -1}
      aria-label={[plainDate(date, new Date(0)), said].filter(Boolean).join(', ')}
      aria-pressed={Boolean(holiday)}
      onFocus={() => onFocus(date)}
      onClick={() => onToggle(date)}
    >
      {number}
    </button>
  );
}

export function YearLegend({ withWeekends, withProposals }: { withWeekends: boolean; withProposals: boolean }) {
  const entries = [
    ['holiday', 'holiday'],
    ...(withProposals ? [['proposed', 'public holiday, not added']] : []),
    ...(withWeekends ? [['free', 'weekend']] : []),
  ] as const;
  return (
    <ul className={classes['legend']}>
      {entries.map(([kind, label]) => (
        <li key={kind}>
          <span className={classes['day']} data-kind={kind} aria-hidden>
            1
          </span>
          {label}
        </li>
      ))}
    </ul>
  );
}
