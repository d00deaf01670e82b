import { VisuallyHidden } from '@mantine/core';
import { Tip } from '../../../components/tip';
import type { FlagWhy } from '../../../lib/answers';
import { plainDate } from '../../../lib/dates';
import { useNow } from '../../../lib/use-now';
import { count } from '../../../lib/words';
import { weeksOf, type Cell, type WhyDay } from './month';
import classes from './why-calendar.module.css';

type Calendar = FlagWhy['calendar'];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const KIND: Record<WhyDay['kind'], string> = {
  counts: 'counts',
  weekend: 'not a working day',
  holiday: 'holiday',
  held: 'on hold',
};

/** "holiday of the client: Founders' Day" */
function kindOf({ kind, name, keptBy }: WhyDay): string {
  const words = kind === 'holiday' && keptBy ? `holiday of the ${keptBy}` : KIND[kind];
  return name ? `${words}: ${name}` : words;
}

/** The days of a flag as on a wall calendar, the counted ones numbered; the same as a table for who cannot see it. */
export function WhyCalendar({ calendar }: { calendar: Calendar }) {
  const now = useNow();
  const weeks = weeksOf(calendar);
  return (
    <div>
      <div className={classes['month']} aria-hidden>
        <div className={classes['week']}>
          {WEEKDAYS.map((name) => (
            <span key={name} className={classes['weekday']}>
              {name}
            </span>
          ))}
        </div>
        {weeks.map((week, i) =>
          'cells' in week ? (
            <div key={week.cells[0]?.date} className={classes['week']}>
              {week.cells.map((cell, column) => (
                <DayCell key={cell.date} cell={cell} calendar={calendar} named={i === 0 && column === 0} now={now} />
              ))}
            </div>
          ) : (
            <p key="left out" className={classes['gap']}>
              {count(week.leftOut, 'week')} more
            </p>
          ),
        )}
        <Legend kinds={new Set(calendar.days.map(({ kind }) => kind))} />
      </div>
      <AsTable calendar={calendar} />
    </div>
  );
}

function Legend({ kinds }: { kinds: ReadonlySet<WhyDay['kind']> }) {
  return (
    <div className={classes['legend']}>
      <span>
        <i data-look="number">3</i> day counted
      </span>
      {kinds.has('weekend') ? (
        <span>
          <i data-look="weekend" /> weekend
        </span>
      ) : null}
      {kinds.has('holiday') ? (
        <span>
          <i data-look="holiday" /> holiday
        </span>
      ) : null}
      {kinds.has('held') ? (
        <span>
          <i data-look="held" /> on hold
        </span>
      ) : null}
      <span>
        <i data-look="deadline" /> limit
      </span>
    </div>
  );
}

function AsTable({ calendar }: { calendar: Calendar }) {
  const now = useNow();
  return (
    <VisuallyHidden>
      <table>
        <caption>The days counted, in {calendar.zone}</caption>
        <thead>
          <tr>
            <th>Day</th>
            <th>What it is</th>
            <th>Count</th>
          </tr>
        </thead>
        <tbody>
          {calendar.days.map((day) => (
            <tr key={day.date}>
              <td>{plainDate(day.date, now)}</td>
              <td>{[...marksOf(day.date, calendar), kindOf(day)].join(', ')}</td>
              <td>{day.number ?? 'not counted'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}

interface DayCellProps {
  cell: Cell;
  calendar: Calendar;
  /** say the month beside the day */
  named: boolean;
  now: Date;
}

function DayCell({ cell: { date, day }, calendar, named, now }: DayCellProps) {
  const marks = marksOf(date, calendar);
  const number = Number(date.slice(8));
  const month = number === 1 || named ? plainDate(date, now).split(' ')[2] : null;
  const isLate = day?.number != null && date > calendar.deadline;
  const cell = (
    <span
      className={classes['day']}
      data-kind={day?.kind}
      data-out={day === null || undefined}
      data-deadline={date === calendar.deadline || undefined}
      data-today={date === calendar.today || undefined}
      data-late={isLate || undefined}
    >
      <span className={classes['date']}>
        {number}
        {month ? ` ${month}` : null}
      </span>
      {day?.number != null ? <b className={classes['number']}>{day.number}</b> : null}
      {day?.kind === 'held' ? <span className={classes['word']}>hold</span> : null}
      {day?.name ? <span className={classes['word']}>{day.name}</span> : null}
      {marks.length > 0 ? <span className={classes['mark']}>{marks[0]}</span> : null}
    </span>
  );
  const label = [plainDate(date, now), ...marks, day && kindOf(day)].filter(Boolean).join(' · ');
  return day ? <Tip label={label}>{cell}</Tip> : cell;
}

function marksOf(date: string, { start, deadline, today }: Calendar): string[] {
  return [
    date === deadline ? 'limit' : null,
    date === start ? 'from here' : null,
    date === today ? 'today' : null,
  ].filter((mark) => mark !== null);
}
