import { Button } from '@mantine/core';
import { useEnterFirm, useTakeSampleAway } from '../../lib/firms';
import { useMe } from '../../lib/session';
import classes from './shell.module.css';

/** Says on every page that nothing on it is real, and leads back. */
export function SampleBar() {
  const { firm, allowed } = useMe();
  const enter = useEnterFirm();
  const takeAway = useTakeSampleAway();
  const { sampleOf } = firm;
  if (!sampleOf) return null;
  const button = {
    size: 'compact-sm',
    variant: 'default',
    disabled: enter.isPending || takeAway.isPending,
  } as const;
  return (
    <section className={classes['sample']} aria-label="Sample data">
      <span>
        <strong>Sample data:</strong> nothing here is real, and nobody is emailed.
      </span>
      <Button {...button} onClick={() => enter.mutate(sampleOf.id)}>
        Back to {sampleOf.name}
      </Button>
      {allowed.manageFirm ? (
        <Button {...button} onClick={() => takeAway.mutate()}>
          Take the sample away
        </Button>
      ) : null}
    </section>
  );
}
