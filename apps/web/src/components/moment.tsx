import { day, exact, relative } from '../lib/dates';
import { useZone } from '../lib/session';
import { useNow } from '../lib/use-now';
import { Tip } from './tip';

interface MomentProps {
  at: string;
  /** the zone the business lives in; the reader's office when not given */
  zone?: string;
  as?: 'relative' | 'day';
}

/** A moment the way people say it, exact to the minute on hover or focus. */
export function Moment({ at, zone, as = 'relative' }: MomentProps) {
  const own = useZone();
  const now = useNow();
  const where = zone ?? own;
  return (
    <Tip label={exact(at, where)}>
      <time dateTime={at}>{as === 'day' ? day(at, where, now) : relative(at, where, now)}</time>
    </Tip>
  );
}
