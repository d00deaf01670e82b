import { Paper, Table } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './table-paper.module.css';

/** A table on its own sheet; on a narrow screen it scrolls sideways inside. */
export function TablePaper({
  minWidth = 640,
  label,
  children,
}: {
  minWidth?: number;
  label?: string;
  children: ReactNode;
}) {
  // What scrolls must be reached by keyboard; where everything fits it would only be one more stop.
  const narrow = useMediaQuery('(max-width: 62em)', false);
  return (
    <Paper className={classes['paper']}>
      <Table.ScrollContainer minWidth={minWidth} type="native" tabIndex={narrow ? 0 : undefined}>
        <Table className={classes['table']} aria-label={label}>
          {children}
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
