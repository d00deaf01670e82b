import { Group, Table, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { HealthBadge } from '../../../components/health-badge';
import { Moment } from '../../../components/moment';
import type { WhatIf } from '../../../lib/answers';
import { count, ruleName } from '../../../lib/words';
import { summaryOf } from './what-if-changes';
import classes from './what-if.module.css';

type FlagChange = WhatIf['flags'][number];
type Span = FlagChange['before'];
type WindowChange = WhatIf['windows'][number];

const CHANGE: Record<FlagChange['change'], string> = {
  appears: 'appears',
  disappears: 'disappears',
  moves: 'moves',
  stays: 'stays',
};

/** Before and after side by side: what changes first, what stays below. */
export function WhatIfResult({ result, zone, isNothing }: { result: WhatIf; zone: string; isNothing: boolean }) {
  const { health, flags, windows, people, horizonDays } = result;
  const nameOf = (id: string | null): string => people.find((one) => one.candidacyId === id)?.name ?? 'The search';
  const won = windows.filter(({ before, after }) => !before.kept && after.kept).length;
  const lost = windows.filter(({ before, after }) => before.kept && !after.kept).length;
  return (
    <div>
      <div className={classes['headline']} role="status">
        <Group gap={8}>
          <HealthBadge health={health.before} />
          {health.before === health.after ? null : (
            <>
              <IconArrowRight size={15} aria-label="becomes" />
              <HealthBadge health={health.after} />
            </>
          )}
        </Group>
        <Text size="sm" fw={560}>
          {isNothing
            ? `As things stand, for the next ${count(horizonDays, 'day')}`
            : `${summaryOf(flags)}${windowsLine(won, lost)}`}
        </Text>
      </div>
      <Windows windows={windows} nameOf={nameOf} zone={zone} />
      <Flags flags={flags} nameOf={nameOf} zone={zone} />
    </div>
  );
}

interface TableProps {
  nameOf: (candidacyId: string | null) => string;
  zone: string;
}

function Windows({ windows, nameOf, zone }: TableProps & { windows: WindowChange[] }) {
  return (
    <>
      <h3 className={classes['title']}>Market windows</h3>
      {windows.length === 0 ? (
        <Text size="sm" c="dimmed">
          No window is open.
        </Text>
      ) : (
        <Table className={classes['table'] ?? ''} aria-label="Market windows before and after">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Who</Table.Th>
              <Table.Th>Window closes</Table.Th>
              <Table.Th>Offer, now</Table.Th>
              <Table.Th>Offer, what if</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {windows.map((window) => (
              <WindowRow key={window.candidacyId} window={window} name={nameOf(window.candidacyId)} zone={zone} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

function Flags({ flags, nameOf, zone }: TableProps & { flags: FlagChange[] }) {
  const changed = flags.filter(({ change }) => change !== 'stays');
  return (
    <>
      <h3 className={classes['title']}>Flags</h3>
      {changed.length === 0 ? (
        <Text size="sm" c="dimmed">
          {flags.length === 0 ? 'No flags ahead.' : `${count(flags.length, 'flag')}, none of them changed.`}
        </Text>
      ) : null}
      {flags.length > 0 ? (
        <Table className={classes['table'] ?? ''} aria-label="Flags before and after">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Flag</Table.Th>
              <Table.Th>Now</Table.Th>
              <Table.Th>What if</Table.Th>
              <Table.Th>
                <span className={classes['change']}>Change</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...changed, ...flags.filter(({ change }) => change === 'stays')].map((flag) => (
              <FlagRow key={`${flag.rule} ${flag.candidacyId ?? ''}`} flag={flag} nameOf={nameOf} zone={zone} />
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
    </>
  );
}

function FlagRow({ flag, nameOf, zone }: TableProps & { flag: FlagChange }) {
  return (
    <Table.Tr data-change={flag.change}>
      <Table.Td>
        {ruleName(flag.rule)}
        <Text size="xs" c="dimmed">
          {nameOf(flag.candidacyId)}
        </Text>
      </Table.Td>
      <Table.Td>
        <SpanWords span={flag.before} zone={zone} />
      </Table.Td>
      <Table.Td>
        <SpanWords span={flag.after} zone={zone} />
      </Table.Td>
      <Table.Td>
        <span className={classes['change']} data-change={flag.change}>
          {endsSooner(flag) ? 'ends' : CHANGE[flag.change]}
        </span>
      </Table.Td>
    </Table.Tr>
  );
}

/** It stands as before and then goes, where it would have stayed. */
const endsSooner = ({ before, after }: FlagChange): boolean =>
  before?.from === after?.from && !before?.until && Boolean(after?.until);

function windowsLine(won: number, lost: number): string {
  const parts = [won > 0 ? `${count(won, 'window')} kept` : null, lost > 0 ? `${count(lost, 'window')} lost` : null];
  const said = parts.filter((part) => part !== null).join(', ');
  return said ? `; ${said}` : '';
}

function WindowRow({ window: { before, after }, name, zone }: { window: WindowChange; name: string; zone: string }) {
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td>
        <Moment at={after.closesAt} zone={zone} as="day" />
      </Table.Td>
      <Table.Td>
        <Forecast forecast={before} zone={zone} />
      </Table.Td>
      <Table.Td>
        <Forecast forecast={after} zone={zone} />
      </Table.Td>
    </Table.Tr>
  );
}

function Forecast({ forecast: { offerAt, kept }, zone }: { forecast: WindowChange['before']; zone: string }) {
  return (
    <>
      {offerAt ? <Moment at={offerAt} zone={zone} as="day" /> : 'no date'}{' '}
      <b className={classes['window']} data-kept={kept || undefined}>
        {kept ? 'kept' : 'lost'}
      </b>
    </>
  );
}

function SpanWords({ span, zone }: { span: Span; zone: string }) {
  if (!span) return <>–</>;
  const { from, stalledFrom, until, severity } = span;
  return (
    <>
      from <Moment at={from} zone={zone} as="day" />
      {stalledFrom && severity === 'watch' ? (
        <>
          , stalled <Moment at={stalledFrom} zone={zone} as="day" />
        </>
      ) : null}
      {until ? (
        <>
          , until <Moment at={until} zone={zone} as="day" />
        </>
      ) : null}
    </>
  );
}
