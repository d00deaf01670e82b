import { Button, Title } from '@mantine/core';
import { IconDownload, IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { LinkButton } from '../../../components/link-button';
import { Moment } from '../../../components/moment';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { usePipelineHealth } from '../api/pipeline-health';
import { ByHealth } from '../components/by-health';
import classes from '../components/health.module.css';
import { HealthCounts } from '../components/health-counts';
import { TimeToOffer } from '../components/time-to-offer';
import { WindowsThisWeek } from '../components/windows-this-week';

export function PipelineHealthPage() {
  const health = usePipelineHealth();
  return (
    <Page
      title="Pipeline health"
      about={
        health.data ? (
          <>
            All running searches, updated <Moment at={health.data.at} />
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
            href="/api/pipeline-health.pdf"
            download
            variant="default"
            leftSection={<IconDownload size={16} />}
          >
            Download PDF
          </Button>
        </>
      }
    >
      <Loaded query={health}>
        {(data) => (
          <>
            <HealthCounts counts={data.counts} />
            <div className={classes['columns']}>
              <Section title="Windows closing this week">
                <WindowsThisWeek windows={data.windowsThisWeek} />
              </Section>
              <Section title="Time to offer">
                <TimeToOffer figures={data.timeToOffer} />
              </Section>
            </div>
            <Section title="Searches by health" mt="xl">
              <ByHealth searches={data.searches} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Section({ title, mt, children }: { title: string; mt?: 'xl'; children: ReactNode }) {
  const id = title.toLowerCase().replaceAll(' ', '-');
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="sm" mt={mt}>
        {title}
      </Title>
      {children}
    </section>
  );
}
