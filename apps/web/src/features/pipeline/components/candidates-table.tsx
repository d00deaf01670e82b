import { Table, Text, Title, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { FlagMark } from '../../../components/flag-mark';
import { Moment } from '../../../components/moment';
import { Person, position } from '../../../components/person';
import { Empty, Loaded } from '../../../components/states';
import { TablePaper } from '../../../components/table-paper';
import { WindowRing } from '../../../components/window-ring';
import type { Board, Card } from '../../../lib/answers';
import { OUTCOME, OUTCOME_BY, outcomeReason } from '../../../lib/words';
import { useEnded } from '../api/list-ended';
import classes from './candidates-table.module.css';
import { columnsOf, type CardFilter } from './columns';

type SortKey = 'name' | 'stage' | 'days' | 'window';
interface Row {
  card: Card;
  stageLabel: string;
  stagePosition: number;
}

interface Sort {
  key: SortKey;
  down: boolean;
}

const VALUE: Record<SortKey, (row: Row) => string | number> = {
  name: ({ card }) => card.candidate.name,
  stage: ({ stagePosition }) => stagePosition,
  days: ({ card }) => card.daysInStage,
  window: ({ card }) => (card.window && card.window.state !== 'stopped' ? card.window.day : -1),
};

/** As the server sorts names. */
const NAMES = new Intl.Collator('und');

export function CandidatesTable({ board, filter, zone }: { board: Board; filter: CardFilter; zone: string }) {
  const [sort, setSort] = useState<Sort>({ key: 'stage', down: true });
  const rows = useMemo(() => sorted(rowsOf(board, filter), sort), [board, filter, sort]);
  if (board.cards.length + board.endedCount === 0)
    return (
      <Empty icon={<IconUsers size={22} />} title="No one in this search yet">
        Add the first people you want to approach.
      </Empty>
    );
  return (
    <>
      <TablePaper minWidth={760} label="Candidates in this search">
        <Table.Thead>
          <Table.Tr>
            <SortHead column="name" label="Person" sort={sort} onSort={setSort} />
            <SortHead column="stage" label="Stage" width={180} sort={sort} onSort={setSort} />
            <SortHead column="days" label="Days in stage" width={130} sort={sort} onSort={setSort} />
            <SortHead column="window" label="Window" width={110} sort={sort} onSort={setSort} />
            <Table.Th>Flags</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ card, stageLabel }) => (
            <Table.Tr key={card.id} className={classes['row']}>
              <Table.Td>
                <Link
                  to="/searches/$searchId"
                  params={{ searchId: board.search.id }}
                  search={{ tab: 'candidates', candidacy: card.id }}
                >
                  <Person name={card.candidate.name} detail={position(card.candidate.title, card.candidate.employer)} />
                </Link>
              </Table.Td>
              <Table.Td>{stageLabel}</Table.Td>
              <Table.Td className="tabular">{card.daysInStage}</Table.Td>
              <Table.Td>{card.window ? <WindowRing window={card.window} size={32} /> : '–'}</Table.Td>
              <Table.Td>
                <span className={classes['flags']}>
                  {card.flags.map((flag) => (
                    <FlagMark key={flag.id} rule={flag.rule} severity={flag.severity} sentence={flag.sentence} />
                  ))}
                </span>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </TablePaper>
      {board.endedCount > 0 ? <EndedTable searchId={board.search.id} zone={zone} /> : null}
    </>
  );
}

interface SortHeadProps {
  column: SortKey;
  label: string;
  width?: number;
  sort: Sort;
  onSort: (sort: Sort) => void;
}

function SortHead({ column, label, width, sort: { key, down }, onSort }: SortHeadProps) {
  const isSorted = key === column;
  const Arrow = down ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th w={width} aria-sort={isSorted ? (down ? 'descending' : 'ascending') : undefined}>
      <UnstyledButton
        className={classes['sort']}
        onClick={() => onSort({ key: column, down: isSorted ? !down : column !== 'name' })}
      >
        {label}
        {isSorted ? <Arrow size={13} aria-hidden /> : null}
      </UnstyledButton>
    </Table.Th>
  );
}

function rowsOf(board: Board, filter: CardFilter): Row[] {
  return columnsOf(board, filter).flatMap(({ stage, cards }) =>
    cards.map((card) => ({ card, stageLabel: stage.label, stagePosition: stage.position })),
  );
}

function sorted(rows: Row[], { key, down }: Sort): Row[] {
  const value = VALUE[key];
  const order = [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (typeof left === 'string' && typeof right === 'string') return NAMES.compare(left, right);
    return left < right ? -1 : left > right ? 1 : 0;
  });
  return down ? order.reverse() : order;
}

function EndedTable({ searchId, zone }: { searchId: string; zone: string }) {
  const ended = useEnded(searchId);
  return (
    <section aria-labelledby="ended">
      <Title order={2} id="ended" mt="xl" mb="sm">
        No longer in the search
      </Title>
      <Loaded query={ended}>
        {(items) => (
          <TablePaper minWidth={680}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Person</Table.Th>
                <Table.Th>Outcome</Table.Th>
                <Table.Th>Why</Table.Th>
                <Table.Th>Last stage</Table.Th>
                <Table.Th>Ended</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td>
                    <Link
                      to="/searches/$searchId"
                      params={{ searchId }}
                      search={{ tab: 'candidates', candidacy: row.id }}
                    >
                      {row.candidate.name}
                    </Link>
                  </Table.Td>
                  <Table.Td>{OUTCOME[row.outcome]}</Table.Td>
                  <Table.Td>
                    {row.outcomeReason ? outcomeReason(row.outcomeReason) : '–'}
                    {row.outcomeBy ? (
                      <Text size="xs" c="dimmed">
                        {OUTCOME_BY[row.outcomeBy]}
                      </Text>
                    ) : null}
                  </Table.Td>
                  <Table.Td>{row.stageLabel}</Table.Td>
                  <Table.Td>
                    <Moment at={row.endedAt} zone={zone} as="day" />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </TablePaper>
        )}
      </Loaded>
    </section>
  );
}
