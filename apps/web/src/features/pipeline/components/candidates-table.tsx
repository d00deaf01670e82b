import { Text, Title } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
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
import { cardElementId, columnsOf, type CardFilter, type Direction, type Step } from './columns';
import { useWalk } from './use-walk';

type SortKey = 'name' | 'stage' | 'days' | 'window';
interface Row {
  id: string;
  card: Card;
  stageLabel: string;
  stagePosition: number;
}

const VALUE: Record<SortKey, (row: Row) => string | number> = {
  name: ({ card }) => card.candidate.name,
  stage: ({ stagePosition }) => stagePosition,
  days: ({ card }) => card.daysInStage,
  window: ({ card }) => (card.window && card.window.state !== 'stopped' ? card.window.day : -1),
};

/** As the server sorts names. */
const NAMES = new Intl.Collator('und');

interface CandidatesTableProps {
  board: Board;
  filter: CardFilter;
  zone: string;
  openCardId: string | undefined;
  onWalk: (cardId: string) => void;
}

export function CandidatesTable({ board, filter, zone, openCardId, onWalk }: CandidatesTableProps) {
  const [sort, setSort] = useState('-stage');
  const rows = useMemo(() => sorted(rowsOf(board, filter), sort), [board, filter, sort]);
  useWalk({ openCardId, next: (cardId, direction) => rowFrom(rows, cardId, direction), onWalk });
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
        columns={columnsFor(board.search.id)}
        order={{ now: sort, change: setSort }}
      />
      {board.endedCount > 0 ? <EndedTable searchId={board.search.id} zone={zone} /> : null}
    </>
  );
}

/** The row below or above; sideways there is none. */
function rowFrom(rows: readonly Row[], cardId: string, direction: Direction): Step | null {
  const step = direction === 'ArrowDown' ? 1 : direction === 'ArrowUp' ? -1 : 0;
  const at = rows.findIndex(({ id }) => id === cardId) + step;
  const row = step === 0 ? undefined : rows[at];
  return row ? { card: row.card, where: `${row.stageLabel}, ${at + 1} of ${rows.length}` } : null;
}

function columnsFor(searchId: string): Column<Row>[] {
  const by = (key: SortKey, head: string): Pick<Column<Row>, 'head' | 'by' | 'downFirst'> => ({
    head,
    by: key,
    ...(key === 'name' ? {} : { downFirst: true }),
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
    <Link
      id={cardElementId(id)}
      to="/searches/$searchId"
      params={{ searchId }}
      search={(before) => ({ ...before, candidacy: id })}
      resetScroll={false}
    >
      <Person name={candidate.name} detail={position(candidate.title, candidate.employer)} />
    </Link>
  );
}

function rowsOf(board: Board, filter: CardFilter): Row[] {
  return columnsOf(board, filter).flatMap(({ stage, cards }) =>
    cards.map((card) => ({ id: card.id, card, stageLabel: stage.label, stagePosition: stage.position })),
  );
}

function sorted(rows: Row[], sort: string): Row[] {
  const down = sort.startsWith('-');
  const value = VALUE[sort.replace('-', '') as SortKey];
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
      <Link
        id={cardElementId(id)}
        to="/searches/$searchId"
        params={{ searchId }}
        search={(before) => ({ ...before, candidacy: id })}
        resetScroll={false}
      >
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
