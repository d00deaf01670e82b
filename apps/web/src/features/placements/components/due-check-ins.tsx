import { Text } from '@mantine/core';
import { Loaded, Waiting } from '../../../components/states';
import { dateIn } from '../../../lib/dates';
import { useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import { useDueCheckIns } from '../api/check-ins';
import { CheckInRow } from './check-in-row';
import classes from './check-ins.module.css';

/** Check-ins with people placed that are overdue or due within a week. */
export function DueCheckIns() {
  const zone = useZone();
  const now = useNow();
  const checkIns = useDueCheckIns(dateIn(7, now, zone));
  return (
    <Loaded query={checkIns} waiting={<Waiting rows={1} height={40} />}>
      {(items) =>
        items.length === 0 ? (
          <Text size="sm" c="dimmed">
            No check-ins due within a week.
          </Text>
        ) : (
          <ul className={classes['list']}>
            {items.map((checkIn) => (
              <li key={checkIn.id}>
                <CheckInRow checkIn={checkIn} named />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
