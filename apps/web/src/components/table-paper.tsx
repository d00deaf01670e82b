import { Paper, Table } from '@mantine/core';
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
  return (
    <Paper className={classes['paper']}>
      <Table.ScrollContainer minWidth={minWidth} type="native">
        <Table className={classes['table']} aria-label={label}>
          {children}
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
