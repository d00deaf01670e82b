import { Space, Table, Text, Title } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FlagMark } from '../../../components/flag-mark';
import { List, Rows, type Column } from '../../../components/list';
import { Moment } from '../../../components/moment';
import { TablePaper } from '../../../components/table-paper';
import type { EpisodeFigures, PastFlag } from '../../../lib/answers';
import { clearedWhy, count, ruleName } from '../../../lib/words';
import { useFlagHistory } from '../api/flag-history';

/** Every flag a search ever had, and how long each rule's flags took to be heard and to go. */
export function FlagHistory({ searchId, zone }: { searchId: string; zone: string }) {
  const history = useFlagHistory(searchId);
  return (
    <section aria-labelledby="flag-history">
      <Title order={2} id="flag-history" mb="sm">
        History
      </Title>
      <List
        query={history}
        one="flag"
        none={{
          icon: <IconFlag size={22} />,
          title: 'No flags yet',
          sentence: 'No flag has ever been raised on this search.',
        }}
        rows={(flags) => (
          <>
            <Figures figures={history.data?.pages[0]?.figures ?? []} />
            <Space h="md" />
            <Rows rows={flags} label="Every flag this search ever had" minWidth={760} columns={columnsIn(zone)} />
          </>
        )}
      />
    </section>
  );
}

function Figures({ figures }: { figures: EpisodeFigures[] }) {
  return (
    <TablePaper minWidth={640} label="How long flags took, by rule">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Rule</Table.Th>
          <Table.Th ta="right">Raised</Table.Th>
          <Table.Th ta="right">Acknowledged</Table.Th>
          <Table.Th ta="right">Median to acknowledge</Table.Th>
          <Table.Th ta="right">Cleared</Table.Th>
          <Table.Th ta="right">Median to clear</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {figures.map((row) => (
          <Table.Tr key={row.rule} className="tabular">
            <Table.Td>{ruleName(row.rule)}</Table.Td>
            <Table.Td ta="right">{row.raised}</Table.Td>
            <Table.Td ta="right">{row.acknowledged}</Table.Td>
            <Table.Td ta="right">{days(row.medianToAcknowledge)}</Table.Td>
            <Table.Td ta="right">{row.cleared}</Table.Td>
            <Table.Td ta="right">{days(row.medianToClear)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </TablePaper>
  );
}

const days = (value: number | null): string =>
  value === null ? '–' : value === 0 ? 'same day' : count(value, 'working day');
const after = (value: number | null): string | null =>
  value === null ? null : value === 0 ? 'the same day' : `after ${count(value, 'working day')}`;

const columnsIn = (zone: string): Column<PastFlag>[] => [
  { head: 'Rule', width: 170, cell: ({ rule, severity }) => <FlagMark rule={rule} severity={severity} /> },
  {
    head: 'About',
    cell: ({ candidateName, sentence }) => (
      <>
        {candidateName ? <Aside>{candidateName}</Aside> : null}
        {sentence}.
      </>
    ),
  },
  {
    head: 'Raised',
    width: 120,
    cell: ({ raisedAt, escalatedAt }) => (
      <>
        <Moment at={raisedAt} zone={zone} as="day" />
        {escalatedAt ? (
          <Aside>
            escalated <Moment at={escalatedAt} zone={zone} as="day" />
          </Aside>
        ) : null}
      </>
    ),
  },
  {
    head: 'Acknowledged',
    width: 180,
    cell: ({ acknowledgedAt, acknowledgedBy, acknowledgedAfter }) =>
      acknowledgedAt ? (
        <>
          {acknowledgedBy}
          <Aside>{after(acknowledgedAfter)}</Aside>
        </>
      ) : (
        '–'
      ),
  },
  { head: 'Cleared', width: 210, cell: (flag) => <Cleared flag={flag} /> },
];

function Cleared({ flag: { state, clearedReason, clearedAfter } }: { flag: PastFlag }) {
  if (state === 'open') return 'Still open';
  if (state === 'suspended') return 'Paused while on hold';
  return (
    <>
      {clearedReason ? clearedWhy(clearedReason) : 'Something moved'}
      <Aside>{after(clearedAfter)}</Aside>
    </>
  );
}

function Aside({ children }: { children: ReactNode }) {
  return (
    <Text size="xs" c="dimmed">
      {children}
    </Text>
  );
}
