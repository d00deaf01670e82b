import { Badge, Button, Group, Paper, Select, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Moment } from '../../../components/moment';
import { Loaded } from '../../../components/states';
import type { Brief, BriefVersion, Search } from '../../../lib/answers';
import { CRITERION } from '../../../lib/words';
import { useBriefs, useBriefsOf } from '../api/briefs';
import classes from './brief-versions.module.css';
import { compareBriefs, type Compared } from './compare-briefs';

const ALONE = 'nothing';

/** Every brief this search had: who wrote it and when, each to open and to compare with another. */
export function BriefVersions({ search }: { search: Search }) {
  const versions = useBriefs(search.id);
  const [chosen, setChosen] = useState<number | null>(null);
  return (
    <Paper p="lg" mt="lg" component="section" aria-labelledby="brief-versions">
      <Title order={2} id="brief-versions" mb="sm">
        Versions of the brief
      </Title>
      <Loaded query={versions}>
        {(items) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              No brief has been written yet.
            </Text>
          ) : (
            <ol className={classes['versions']}>
              {items.map((one, place) => (
                <li key={one.version}>
                  <Version
                    one={one}
                    now={place === 0}
                    zone={search.office.timeZone}
                    open={chosen === one.version}
                    onOpen={(open) => setChosen(open ? one.version : null)}
                  />
                  {chosen === one.version ? <Opened searchId={search.id} one={one} all={items} /> : null}
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Paper>
  );
}

interface VersionProps {
  one: BriefVersion;
  now: boolean;
  zone: string;
  open: boolean;
  onOpen: (open: boolean) => void;
}

function Version({ one: { version, at, by }, now, zone, open, onOpen }: VersionProps) {
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm">
        <b>
          Version {version}
          {now ? ', as it is now' : ''}
        </b>{' '}
        <Text span c="dimmed" inherit>
          <Moment at={at} zone={zone} />
          {by ? ` by ${by.name}` : ''}
        </Text>
      </Text>
      <Button
        variant="default"
        size="compact-sm"
        aria-expanded={open}
        aria-label={`${open ? 'Close' : 'Open'} version ${version}`}
        onClick={() => onOpen(!open)}
      >
        {open ? 'Close' : 'Open'}
      </Button>
    </Group>
  );
}

/** Beside the one before it, unless another is chosen. */
function Opened({ searchId, one, all }: { searchId: string; one: BriefVersion; all: readonly BriefVersion[] }) {
  const others = all.filter(({ version }) => version !== one.version).map(({ version }) => version);
  const [other, setOther] = useState(others.find((version) => version < one.version) ?? null);
  const versions = other === null ? [one.version] : [other, one.version].sort((a, b) => a - b);
  const read = useBriefsOf(searchId, versions);
  const failed = read.find(({ error }) => error);
  const briefs = read.flatMap(({ data }) => data ?? []);
  return (
    <div className={classes['opened']}>
      {others.length > 0 ? (
        <Select
          label="Compared with"
          size="xs"
          maw={220}
          allowDeselect={false}
          value={other === null ? ALONE : String(other)}
          data={[
            { value: ALONE, label: 'No other' },
            ...others.map((version) => ({ value: String(version), label: `Version ${version}` })),
          ]}
          onChange={(value) => setOther(value === ALONE ? null : Number(value))}
        />
      ) : null}
      <Loaded
        query={{
          data: briefs.length === versions.length ? briefs : undefined,
          error: failed?.error,
          refetch: () => failed?.refetch(),
        }}
      >
        {([first, second]) => (first ? <SideBySide first={first} second={second} /> : null)}
      </Loaded>
    </div>
  );
}

function SideBySide({ first, second }: { first: Brief; second: Brief | undefined }) {
  if (!second) return <Side brief={first} criteria={compareBriefs(first.criteria, first.criteria).after} />;
  const { before, after } = compareBriefs(first.criteria, second.criteria);
  return (
    <div className={classes['sides']}>
      <Side brief={first} criteria={before} />
      <Side brief={second} criteria={after} />
    </div>
  );
}

function Side({ brief: { version }, criteria }: { brief: Brief; criteria: readonly Compared[] }) {
  return (
    <section aria-label={`Version ${version}`}>
      <h3 className={classes['title']}>Version {version}</h3>
      {criteria.length === 0 ? (
        <Text size="sm" c="dimmed">
          No criteria.
        </Text>
      ) : null}
      <ol className={classes['criteria']}>
        {criteria.map(({ criterion: { text, kind, mustHave }, number, marks }) => (
          <li key={number} data-removed={marks.includes('Removed') || undefined}>
            <span className={classes['number']}>{number}</span>
            <div>
              <span className={classes['text']}>{text}</span>
              <Text size="xs" c="dimmed">
                {mustHave ? 'Must have' : 'Nice to have'} · {CRITERION[kind]}
              </Text>
              {marks.length > 0 ? (
                <Group gap={4} mt={2}>
                  {marks.map((mark) => (
                    <Badge key={mark} size="sm" color="gray" className={classes['mark']} data-mark={mark}>
                      {mark}
                    </Badge>
                  ))}
                </Group>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
