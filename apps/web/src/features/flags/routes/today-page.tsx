import { Button, Group } from '@mantine/core';
import { IconHeartRateMonitor, IconSunrise, IconTargetArrow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ExportMenu } from '../../../components/export-menu';
import { Page } from '../../../components/page';
import { More } from '../../../components/more';
import { Empty, Loaded } from '../../../components/states';
import type { Today } from '../../../lib/answers';
import { day } from '../../../lib/dates';
import { rowsOf } from '../../../lib/pages';
import { useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import { count } from '../../../lib/words';
import { useToday } from '../api/list-today';
import { TodayList } from '../components/today-list';
import classes from '../components/today.module.css';

interface TodayPageProps {
  above: ReactNode;
  beside: ReactNode;
  /** the flag that is being explained */
  explained: ReactNode;
  /** the explanation is open */
  covered: boolean;
  /** the snoozed flags instead */
  snoozed: boolean;
}

/** What else the day holds stands beside the flags, put in by the page of the application. */
export function TodayPage({ above, beside, explained, covered, snoozed }: TodayPageProps) {
  const today = useToday(snoozed);
  const [first] = today.data?.pages ?? [];
  const zone = useZone();
  const now = useNow();
  return (
    <Page
      title="Today"
      about={
        first ? (
          <>
            {snoozed ? 'Flags put off until a later day' : summary(first, zone, now)}
            <Snoozed asleep={first.snoozed} shown={snoozed} />
          </>
        ) : (
          day(now, zone, now)
        )
      }
      actions={
        <>
          <ExportMenu address="/api/today/export" asked={{ snoozed: snoozed ? 'true' : undefined }} name="today" />
          <Button
            component={Link}
            to="/pipeline-health"
            variant="default"
            leftSection={<IconHeartRateMonitor size={16} />}
          >
            Pipeline health
          </Button>
        </>
      }
    >
      {above}
      <div className={classes['day']}>
        <div>
          <Loaded query={today}>
            {({ pages }) => (
              <Things pages={pages} today={today} snoozed={snoozed} covered={covered} zone={zone} now={now} />
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

interface ThingsProps {
  pages: readonly Today[];
  today: ReturnType<typeof useToday>;
  snoozed: boolean;
  covered: boolean;
  zone: string;
  now: Date;
}

function Things({ pages, today, snoozed, covered, zone, now }: ThingsProps) {
  const items = rowsOf(pages);
  const [first] = pages;
  if (!first || items.length === 0) return <NothingToday snoozed={snoozed} />;
  return (
    <>
      <TodayList items={items} counts={first.counts} zone={zone} now={now} covered={covered} />
      {today.hasNextPage ? (
        <More
          hasMore
          loading={today.isFetchingNextPage}
          load={() => void today.fetchNextPage()}
          shown={items.length}
          one="flag"
        />
      ) : null}
    </>
  );
}

function summary({ counts, closingSoon, done }: Today, zone: string, now: Date): string {
  const { acknowledged, ...groups } = counts;
  const toDo = Object.values(groups).reduce((sum, of) => sum + of, 0);
  return [
    day(now, zone, now),
    ...(toDo > 0 ? [`${count(toDo, 'thing')} to act on`] : []),
    ...(acknowledged > 0 ? [`${acknowledged} acknowledged`] : []),
    ...(closingSoon > 0 ? [`${count(closingSoon, 'window')} closing soon`] : []),
    ...(done > 0 ? [`${count(done, 'flag')} dealt with today`] : []),
  ].join(' · ');
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
