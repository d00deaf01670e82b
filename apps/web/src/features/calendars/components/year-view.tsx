import { useRef, useState, type KeyboardEvent } from 'react';
import type { HolidayProposal } from '../../../lib/answers';
import { plainDate } from '../../../lib/dates';
import { useNow } from '../../../lib/use-now';
import type { ShownHoliday } from './draft';
import { MONTHS, plusDays, weekdayOf, weeksOf, WEEKDAYS } from './months';
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
  const today = now.toISOString().slice(0, 10);
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

  const cell = (date: string) => {
    const holiday = byDate.get(date);
    const proposal = holiday ? undefined : proposed.get(date);
    const isFree = workingDays !== undefined && !workingDays.includes(weekdayOf(date));
    const kind = holiday ? 'holiday' : proposal ? 'proposed' : isFree ? 'free' : 'working';
    const said = {
      holiday: `holiday${holiday?.name ? `, ${holiday.name}` : ''}${holiday?.changed ? ', not saved yet' : ''}`,
      proposed: `public holiday to pick: ${proposal}`,
      free: 'weekend',
      working: '',
    }[kind];
    const label = [plainDate(date, new Date(0)), said].filter(Boolean).join(', ');
    const shared = {
      className: classes['day'],
      'data-kind': kind,
      'data-changed': holiday?.changed || undefined,
      'data-today': date === today || undefined,
      title: holiday?.name || proposal || undefined,
    };
    const number = Number(date.slice(8));
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
        tabIndex={date === stop ? 0 : -1}
        aria-label={label}
        aria-pressed={Boolean(holiday)}
        onFocus={() => setChosen(date)}
        onClick={() => onToggle(date)}
      >
        {number}
      </button>
    );
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
        <table key={name} className={classes['month']}>
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
            {weeksOf(year, month).map((week, index) => (
              <tr key={index}>
                {week.map((date, day) => (
                  <td key={day}>{date ? cell(date) : null}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

export function YearLegend({ withWeekends, withProposals }: { withWeekends: boolean; withProposals: boolean }) {
  const entries = [
    ['holiday', 'holiday'],
    ...(withProposals ? [['proposed', 'public holiday, not taken over']] : []),
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
