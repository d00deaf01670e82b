import { Text, Title, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { FlagMark } from '../../../components/flag-mark';
import { List, Rows, type Column } from '../../../components/list';
import { Moment } from '../../../components/moment';
import { Person, position } from '../../../components/person';
import { Empty } from '../../../components/states';
import { WindowRing } from '../../../components/window-ring';
import type { Board, Card, Ended } from '../../../lib/answers';
import { OUTCOME, OUTCOME_BY, outcomeReason } from '../../../lib/words';
import { useEnded } from '../api/list-ended';
import classes from './candidates-table.module.css';
import { columnsOf, type CardFilter } from './columns';

type SortKey = 'name' | 'stage' | 'days' | 'window';
interface Row {
  id: string;
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
      <Rows
        rows={rows}
        label="Candidates in this search"
        minWidth={760}
        rowClassName={classes['row']}
        columns={columnsFor(board.search.id, sort, setSort)}
      />
      {board.endedCount > 0 ? <EndedTable searchId={board.search.id} zone={zone} /> : null}
    </>
  );
}

function columnsFor(searchId: string, sort: Sort, onSort: (sort: Sort) => void): Column<Row>[] {
  const by = (key: SortKey, label: string): Pick<Column<Row>, 'head' | 'sorted'> => ({
    head: <SortHead column={key} label={label} sort={sort} onSort={onSort} />,
    sorted: sort.key === key ? (sort.down ? 'descending' : 'ascending') : undefined,
  });
  return [
    { ...by('name', 'Person'), cell: ({ card }) => <PersonLink searchId={searchId} card={card} /> },
    { ...by('stage', 'Stage'), width: 180, cell: ({ stageLabel }) => stageLabel },
    { ...by('days', 'Days in stage'), width: 130, className: 'tabular', cell: ({ card }) => card.daysInStage },
    {
      ...by('window', 'Window'),
      width: 110,
      cell: ({ card }) => (card.window ? <WindowRing window={card.window} size={32} /> : '–'),
    },
    {
      head: 'Flags',
      cell: ({ card }) => (
        <span className={classes['flags']}>
          {card.flags.map((flag) => (
            <FlagMark key={flag.id} rule={flag.rule} severity={flag.severity} sentence={flag.sentence} />
          ))}
        </span>
      ),
    },
  ];
}

function PersonLink({ searchId, card: { id, candidate } }: { searchId: string; card: Card }) {
  return (
    <Link to="/searches/$searchId" params={{ searchId }} search={{ tab: 'candidates', candidacy: id }}>
      <Person name={candidate.name} detail={position(candidate.title, candidate.employer)} />
    </Link>
  );
}

interface SortHeadProps {
  column: SortKey;
  label: string;
  sort: Sort;
  onSort: (sort: Sort) => void;
}

function SortHead({ column, label, sort: { key, down }, onSort }: SortHeadProps) {
  const isSorted = key === column;
  const Arrow = down ? IconArrowDown : IconArrowUp;
  return (
    <UnstyledButton
      className={classes['sort']}
      onClick={() => onSort({ key: column, down: isSorted ? !down : column !== 'name' })}
    >
      {label}
      {isSorted ? <Arrow size={13} aria-hidden /> : null}
    </UnstyledButton>
  );
}

function rowsOf(board: Board, filter: CardFilter): Row[] {
  return columnsOf(board, filter).flatMap(({ stage, cards }) =>
    cards.map((card) => ({ id: card.id, card, stageLabel: stage.label, stagePosition: stage.position })),
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
      <List
        query={ended}
        one="person"
        many="people"
        none={{ icon: <IconUsers size={22} />, title: 'No one', sentence: 'Everyone is still in the search.' }}
        label="No longer in the search"
        minWidth={680}
        columns={endedColumns(searchId, zone)}
      />
    </section>
  );
}

const endedColumns = (searchId: string, zone: string): Column<Ended>[] => [
  {
    head: 'Person',
    cell: ({ id, candidate }) => (
      <Link to="/searches/$searchId" params={{ searchId }} search={{ tab: 'candidates', candidacy: id }}>
        {candidate.name}
      </Link>
    ),
  },
  { head: 'Outcome', cell: ({ outcome }) => OUTCOME[outcome] },
  {
    head: 'Why',
    cell: (row) => (
      <>
        {row.outcomeReason ? outcomeReason(row.outcomeReason) : '–'}
        {row.outcomeBy ? (
          <Text size="xs" c="dimmed">
            {OUTCOME_BY[row.outcomeBy]}
          </Text>
        ) : null}
      </>
    ),
  },
  { head: 'Last stage', cell: ({ stageLabel }) => stageLabel },
  { head: 'Ended', cell: ({ endedAt }) => <Moment at={endedAt} zone={zone} as="day" /> },
];
