import { Button, Group } from '@mantine/core';
import { IconHeartRateMonitor, IconSunrise, IconTargetArrow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../../components/page';
import { Empty, Loaded } from '../../../components/states';
import type { Today } from '../../../lib/answers';
import { day } from '../../../lib/dates';
import { useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import { count } from '../../../lib/words';
import { useToday } from '../api/list-today';
import { todayGroups } from '../components/today-groups';
import { TodayRow } from '../components/today-row';
import classes from '../components/today.module.css';

interface TodayPageProps {
  beside: ReactNode;
  /** the flag that is being explained */
  explained: ReactNode;
  /** the snoozed flags instead */
  snoozed: boolean;
}

/** What else the day holds stands beside the flags, put in by the page of the application. */
export function TodayPage({ beside, explained, snoozed }: TodayPageProps) {
  const today = useToday(snoozed);
  const zone = useZone();
  const now = useNow();
  return (
    <Page
      title="Today"
      about={
        today.data ? (
          <>
            {snoozed ? 'Flags put off until a later day' : summary(today.data, zone, now)}
            <Snoozed asleep={today.data.snoozed} shown={snoozed} />
          </>
        ) : (
          day(now, zone, now)
        )
      }
      actions={
        <Button
          component={Link}
          to="/pipeline-health"
          variant="default"
          leftSection={<IconHeartRateMonitor size={16} />}
        >
          Pipeline health
        </Button>
      }
    >
      <div className={classes['day']}>
        <div>
          <Loaded query={today}>
            {({ items }) => (
              <>
                {items.length === 0 ? (
                  <NothingToday snoozed={snoozed} />
                ) : (
                  <ol
                    className={classes['list']}
                    aria-label={snoozed ? 'Snoozed flags' : 'What to do, in the order the windows close'}
                  >
                    {todayGroups(items).map((group) => (
                      <TodayRow key={group.key} group={group} zone={zone} now={now} />
                    ))}
                  </ol>
                )}
              </>
            )}
          </Loaded>
        </div>
        <aside className={classes['beside']} aria-label="What else the day holds">
          {beside}
        </aside>
      </div>
      {explained}
    </Page>
  );
}

function summary({ items, closingSoon }: Today, zone: string, now: Date): string {
  const groups = todayGroups(items);
  const windows = closingSoon > 0 ? ` · ${count(closingSoon, 'window')} closing soon` : '';
  if (groups.length === 0) return day(now, zone, now);
  return `${day(now, zone, now)} · ${count(groups.length, 'thing')} to act on${windows}`;
}

/** What sleeps is a quiet word that opens it. */
function Snoozed({ asleep, shown }: { asleep: number; shown: boolean }) {
  if (asleep === 0 && !shown) return null;
  return (
    <>
      {' · '}
      <Link to="/" search={shown ? {} : { snoozed: true }} className={classes['asleep']}>
        {shown ? 'back to active flags' : `${asleep} snoozed`}
      </Link>
    </>
  );
}

function NothingToday({ snoozed }: { snoozed: boolean }) {
  if (snoozed) {
    return (
      <Empty icon={<IconSunrise size={22} />} title="Nothing is snoozed">
        Snoozed flags appear here until they return.
      </Empty>
    );
  }
  return (
    <Empty
      icon={<IconSunrise size={22} />}
      title="Nothing is stuck"
      action={
        <Group>
          <Button component={Link} to="/searches" leftSection={<IconTargetArrow size={16} />}>
            See the searches
          </Button>
        </Group>
      }
    >
      None of your searches has stopped moving and no window is about to close. When that changes, it appears here with
      the reason and the next step.
    </Empty>
  );
}
