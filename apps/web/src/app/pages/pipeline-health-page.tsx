import { Button, Title } from '@mantine/core';
import { IconDownload, IconHistory } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { narrowed } from '../../components/filters';
import { LinkButton } from '../../components/link-button';
import { ListBar } from '../../components/list-bar';
import { Moment } from '../../components/moment';
import { Page } from '../../components/page';
import { Loaded } from '../../components/states';
import { useHealthChanges, usePipelineHealth } from '../../features/reports/api/pipeline-health';
import { ByHealth } from '../../features/reports/components/by-health';
import classes from '../../features/reports/components/health.module.css';
import { HealthCounts } from '../../features/reports/components/health-counts';
import { SinceMonday } from '../../features/reports/components/since-monday';
import { TimeToOffer } from '../../features/reports/components/time-to-offer';
import { WhoStalls } from '../../features/reports/components/who-stalls';
import { WindowsThisWeek } from '../../features/reports/components/windows-this-week';
import type { HealthChanges, PipelineHealth } from '../../lib/answers';
import { localDate, plainDate } from '../../lib/dates';
import { useNow } from '../../lib/use-now';
import { useZone } from '../../lib/session';
import type { HealthParams } from '../search-params';
import { useSliceNarrowings } from './slice-narrowings';

const route = getRouteApi('/app/pipeline-health');

export function PipelineHealthPage() {
  const slice = route.useSearch();
  const navigate = route.useNavigate();
  const health = usePipelineHealth(slice);
  const changes = useHealthChanges(slice);
  const narrow = (change: Partial<HealthParams>): void =>
    void navigate({ search: (before) => narrowed<HealthParams>(before, change), replace: true });
  const narrowings = useSliceNarrowings(slice, narrow);
  return (
    <Page
      title="Pipeline health"
      about={
        health.data ? (
          <>
            {narrowings.some(({ said }) => said) ? 'Some of the running searches' : 'All running searches'}, updated{' '}
            <Moment at={health.data.at} />
          </>
        ) : (
          'Where the firm stands'
        )
      }
      actions={
        <>
          <LinkButton to="/flags" variant="default" leftSection={<IconHistory size={16} />}>
            As of an earlier day
          </LinkButton>
          <Button
            component="a"
            href={`/api/pipeline-health.pdf${asQuery(slice)}`}
            download
            variant="default"
            leftSection={<IconDownload size={16} />}
          >
            Download PDF
          </Button>
        </>
      }
    >
      <ListBar
        narrowings={narrowings}
        widen={(names) => narrow(Object.fromEntries(names.map((name) => [name, undefined])))}
      />
      <Loaded query={health}>
        {(data) => (
          <Figures
            data={data}
            slice={slice}
            changes={changes.data}
            failed={changes.isError}
            onAgain={() => void changes.refetch()}
          />
        )}
      </Loaded>
    </Page>
  );
}

interface FiguresProps {
  data: PipelineHealth;
  slice: HealthParams;
  changes: HealthChanges | undefined;
  failed: boolean;
  onAgain: () => void;
}

function Figures({ data, slice, changes, failed, onAgain }: FiguresProps) {
  const zone = useZone();
  const now = useNow();
  const day = changes && plainDate(localDate(changes.since, zone), now);
  return (
    <>
      <HealthCounts
        counts={data.counts}
        slice={slice}
        then={changes && day ? { counts: changes.countsThen, day } : undefined}
      />
      <Section title={day ? `Since ${day}` : 'Since last Monday'} id="since-monday">
        <SinceMonday changes={changes} failed={failed} onAgain={onAgain} />
      </Section>
      <Section title="Who stalls most" id="who-stalls-most" mt="xl">
        <WhoStalls groups={data.whoStalls} slice={slice} />
      </Section>
      <div className={classes['columns']}>
        <Section title="Windows closing this week" id="windows-closing-this-week" mt="xl">
          <WindowsThisWeek windows={data.windowsThisWeek} closing={data.windowsClosing} />
        </Section>
        <Section title="Time to offer" id="time-to-offer" mt="xl">
          <TimeToOffer figures={data.timeToOffer} />
        </Section>
      </div>
      <Section title="Searches by health" id="searches-by-health" mt="xl">
        <ByHealth
          narrowed={Object.values(slice).some(Boolean)}
          searches={data.searches}
          all={Object.values(data.counts).reduce((sum, one) => sum + one, 0)}
        />
      </Section>
    </>
  );
}

function asQuery(slice: HealthParams): string {
  const set = Object.entries(slice).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return set.length > 0 ? `?${new URLSearchParams(set).toString()}` : '';
}

function Section({ title, id, mt, children }: { title: string; id: string; mt?: 'xl'; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="sm" mt={mt}>
        {title}
      </Title>
      {children}
    </section>
  );
}
