import { SegmentedControl, Table, Text, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { TablePaper } from '../../../components/table-paper';
import type { Health, PipelineHealth } from '../../../lib/answers';
import { count, HEALTH, officeName } from '../../../lib/words';
import type { Slice } from '../api/pipeline-health';
import classes from './health.module.css';

type Groups = PipelineHealth['whoStalls'];
type Group = Groups['leads'][number];

const SHOWN = 8;
const BY = {
  leads: { label: 'Consultant', narrow: (leadId: string): Slice => ({ leadId }) },
  clients: { label: 'Client', narrow: (clientId: string): Slice => ({ clientId }) },
  offices: { label: 'Office', narrow: (officeId: string): Slice => ({ officeId }) },
} as const;
const HEALTHS = [
  ['stalled', 'stalled'],
  ['at_risk', 'atRisk'],
  ['on_track', 'onTrack'],
  ['on_hold', 'onHold'],
] as const satisfies readonly (readonly [Health, keyof Group])[];

/** Running searches by whose they are, the most stalled first; each figure leads to the searches it counts. */
export function WhoStalls({ groups, slice }: { groups: Groups; slice: Slice }) {
  const [by, setBy] = useState<keyof typeof BY>('leads');
  const [all, setAll] = useState(false);
  const { label, narrow } = BY[by];
  const rows = groups[by];
  return (
    <>
      <SegmentedControl
        mb="sm"
        aria-label="By"
        value={by}
        onChange={(chosen) => setBy(chosen as keyof typeof BY)}
        data={Object.entries(BY).map(([value, { label: name }]) => ({ value, label: name }))}
      />
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          No search is running.
        </Text>
      ) : (
        <TablePaper label={`Running searches by ${label.toLowerCase()}`} minWidth={720}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{label}</Table.Th>
              {['Running', ...HEALTHS.map(([health]) => HEALTH[health]), 'Oldest flag', 'Windows'].map((head) => (
                <Table.Th key={head} ta="right">
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, all ? undefined : SHOWN).map((group) => (
              <GroupRow
                key={group.id}
                group={group}
                name={by === 'offices' ? officeName(group.name) : group.name}
                slice={{ ...slice, ...narrow(group.id) }}
              />
            ))}
          </Table.Tbody>
        </TablePaper>
      )}
      {rows.length > SHOWN ? (
        <UnstyledButton className={classes['all']} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${rows.length}`}
        </UnstyledButton>
      ) : null}
    </>
  );
}

function GroupRow({ group, name, slice }: { group: Group; name: string; slice: Slice }) {
  const { searches, oldestFlagDays, windowsClosing } = group;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Link to="/pipeline-health" search={slice}>
          {name}
        </Link>
      </Table.Th>
      <Table.Td ta="right">
        <Link
          to="/pipeline-health"
          search={slice}
          hash="searches-by-health"
          aria-label={`${name}: ${searches} running`}
        >
          {searches}
        </Link>
      </Table.Td>
      {HEALTHS.map(([health, key]) => (
        <Table.Td key={health} ta="right">
          {group[key] === 0 ? (
            <Text span inherit c="dimmed">
              0
            </Text>
          ) : (
            <Link
              to="/searches"
              search={{ ...slice, health }}
              aria-label={`${name}: ${group[key]} ${HEALTH[health].toLowerCase()}`}
            >
              {group[key]}
            </Link>
          )}
        </Table.Td>
      ))}
      <Table.Td ta="right">{oldestFlagDays === null ? '' : count(oldestFlagDays, 'day')}</Table.Td>
      <Table.Td ta="right">
        {windowsClosing === 0 ? (
          <Text span inherit c="dimmed">
            0
          </Text>
        ) : (
          <Link
            to="/pipeline-health"
            search={slice}
            hash="windows-closing-this-week"
            aria-label={`${name}: ${count(windowsClosing, 'window')} closing this week`}
          >
            {windowsClosing}
          </Link>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
