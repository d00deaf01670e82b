import { plainDate } from '../lib/dates';
import { useNow } from '../lib/use-now';

/** A date without a clock, with its year when that is not the present one. */
export function PlainDate({ on }: { on: string }) {
  return <time dateTime={on}>{plainDate(on, useNow())}</time>;
}
