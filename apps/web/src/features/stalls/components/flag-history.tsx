import { Paper, Space, Table, Text, Title } from '@mantine/core';
import { FlagMark } from '../../../components/flag-mark';
import { Moment } from '../../../components/moment';
import { More } from '../../../components/more';
import { Loaded } from '../../../components/states';
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
      <Loaded query={history}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return (
              <Paper p="lg">
                <Text size="sm" c="dimmed">
                  No flag has ever been raised on this search.
                </Text>
              </Paper>
            );
          return (
            <>
              <Figures figures={pages[0]?.figures ?? []} />
              <Space h="md" />
              <TablePaper minWidth={760} label="Every flag this search ever had">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th w={170}>Rule</Table.Th>
                    <Table.Th>About</Table.Th>
                    <Table.Th w={120}>Raised</Table.Th>
                    <Table.Th w={180}>Acknowledged</Table.Th>
                    <Table.Th w={210}>Cleared</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((flag) => (
                    <Row key={flag.id} flag={flag} zone={zone} />
                  ))}
                </Table.Tbody>
              </TablePaper>
              <More
                hasMore={history.hasNextPage}
                loading={history.isFetchingNextPage}
                load={() => void history.fetchNextPage()}
                shown={items.length}
                one="flag"
              />
            </>
          );
        }}
      </Loaded>
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

function Row({ flag, zone }: { flag: PastFlag; zone: string }) {
  return (
    <Table.Tr>
      <Table.Td>
        <FlagMark rule={flag.rule} severity={flag.severity} />
      </Table.Td>
      <Table.Td>
        {flag.candidateName ? (
          <Text size="xs" c="dimmed">
            {flag.candidateName}
          </Text>
        ) : null}
        {flag.sentence}.
      </Table.Td>
      <Table.Td>
        <Moment at={flag.raisedAt} zone={zone} as="day" />
        {flag.escalatedAt ? (
          <Text size="xs" c="dimmed">
            escalated <Moment at={flag.escalatedAt} zone={zone} as="day" />
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td>
        {flag.acknowledgedAt ? (
          <>
            {flag.acknowledgedBy}
            <Text size="xs" c="dimmed">
              {after(flag.acknowledgedAfter)}
            </Text>
          </>
        ) : (
          '–'
        )}
      </Table.Td>
      <Table.Td>
        {flag.state === 'open' ? 'Still open' : null}
        {flag.state === 'suspended' ? 'Paused while on hold' : null}
        {flag.state === 'cleared' ? (
          <>
            {flag.clearedReason ? clearedWhy(flag.clearedReason) : 'Something moved'}
            <Text size="xs" c="dimmed">
              {after(flag.clearedAfter)}
            </Text>
          </>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}
