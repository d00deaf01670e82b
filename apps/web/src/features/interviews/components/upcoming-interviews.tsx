import { ActionIcon, Text } from '@mantine/core';
import { IconCalendarDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Loaded, Waiting } from '../../../components/states';
import { Tip } from '../../../components/tip';
import { calendarDays, clockTime, dateIn, exact, startOfDay } from '../../../lib/dates';
import { useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import { useUpcomingInterviews } from '../api/interviews';
import classes from './interviews.module.css';

/** Interviews of today and tomorrow in the searches one works on, by one's own clock. */
export function UpcomingInterviews() {
  const zone = useZone();
  const now = useNow();
  const date = dateIn(2, now, zone);
  const to = useMemo(() => startOfDay(date, zone), [date, zone]);
  const interviews = useUpcomingInterviews(to);
  return (
    <Loaded query={interviews} waiting={<Waiting rows={2} height={40} />}>
      {(items) =>
        items.length === 0 ? (
          <Text size="sm" c="dimmed">
            None today or tomorrow.
          </Text>
        ) : (
          <ul className={classes['list']}>
            {items.map(({ id, candidacyId, candidate, search, startsAt, endsAt, place, withWhom }) => (
              <li key={id} className={classes['row']}>
                <Tip label={exact(startsAt, zone)}>
                  <time className={classes['day']} dateTime={startsAt}>
                    <strong>{clockTime(startsAt, zone)}</strong>
                    {whichDay(calendarDays(now, startsAt, zone))}
                  </time>
                </Tip>
                <div className={classes['what']}>
                  <Link
                    className={classes['who']}
                    to="/searches/$searchId"
                    params={{ searchId: search.id }}
                    search={{ candidacy: candidacyId }}
                  >
                    {candidate.name}
                  </Link>
                  <p>{search.title}</p>
                  <p>
                    {[`until ${clockTime(endsAt, zone)}`, withWhom && `with ${withWhom}`, place]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </div>
                <ActionIcon
                  component="a"
                  href={`/api/interviews/${id}/calendar.ics`}
                  size="sm"
                  aria-label={`Add the interview of ${candidate.name} to my calendar`}
                >
                  <IconCalendarDown size={16} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

const whichDay = (days: number): string => (days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`);
