import { IconHistory } from '@tabler/icons-react';
import { Moment } from '../../../components/moment';
import { exact } from '../../../lib/dates';
import classes from './as-of.module.css';

/** Nobody may take the past for the present. */
export function AsOfNote({ at, zone }: { at: string; zone: string }) {
  return (
    <p className={classes['past']} role="note">
      <IconHistory size={16} aria-hidden />
      <span>
        <b>This is the past</b>: every search running on {exact(at, zone)}, <Moment at={at} zone={zone} />, as the rules
        saw it from what was known then. Names, limits and calendars are today’s. Nothing here can be acted on.
      </span>
    </p>
  );
}
