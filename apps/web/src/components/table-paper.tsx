import { Paper, Table } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './table-paper.module.css';

/** A table on its own sheet; on a narrow screen it scrolls sideways inside, or, stacked, each row is a card of lines. */
export function TablePaper({
  minWidth = 640,
  label,
  stacked = false,
  rows,
  columns,
  children,
}: {
  minWidth?: number;
  label?: string;
  stacked?: boolean;
  /** how many there are, with the head, where not all are drawn */
  rows?: number;
  /** the part of the width each column keeps, whatever stands in it */
  columns?: readonly number[] | undefined;
  children: ReactNode;
}) {
  // What scrolls must be reached by keyboard; where everything fits it would only be one more stop.
  const narrow = useMediaQuery(stacked ? '(min-width: 48em) and (max-width: 62em)' : '(max-width: 62em)', false);
  return (
    <Paper className={classes['paper']} data-stacked={stacked || undefined}>
      <Table.ScrollContainer
        minWidth={minWidth}
        type="native"
        tabIndex={narrow ? 0 : undefined}
        classNames={{ scrollContainerInner: classes['inner'] ?? '' }}
      >
        <Table
          className={classes['table']}
          aria-label={label}
          aria-rowcount={rows}
          {...(columns ? { layout: 'fixed' as const } : {})}
        >
          {columns ? (
            <colgroup>
              {columns.map((part, at) => (
                <col key={at} style={{ width: `${100 * part}%` }} />
              ))}
            </colgroup>
          ) : null}
          {children}
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
