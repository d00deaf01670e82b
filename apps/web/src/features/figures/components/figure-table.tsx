import { Table } from '@mantine/core';
import classes from './figures.module.css';

/** The first column names a row, the others are numbers. */
export interface TableOf {
  heads: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

export function FigureTable({ label, table: { heads, rows } }: { label: string; table: TableOf }) {
  return (
    // reached by keyboard, because it scrolls
    <div className={classes['table']} tabIndex={0} role="region" aria-label={`${label}, as a table`}>
      <Table aria-label={label} verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {heads.map((head, i) => (
              <Table.Th key={head} ta={i === 0 ? undefined : 'right'}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, ...cells], at) => (
            <Table.Tr key={`${name}-${at}`}>
              <Table.Th scope="row">{name}</Table.Th>
              {cells.map((cell, i) => (
                <Table.Td key={heads[i + 1]} ta="right">
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
