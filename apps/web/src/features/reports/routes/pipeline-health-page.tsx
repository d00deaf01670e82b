import { Button, Title } from '@mantine/core';
import { IconDownload, IconHistory } from '@tabler/icons-react';
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
            The firm as it stands, <Moment at={health.data.at} />
          </>
        ) : (
          'Where the firm stands'
        )
      }
      actions={
        <>
          <LinkButton to="/stalls" variant="default" leftSection={<IconHistory size={16} />}>
            As of a moment
          </LinkButton>
          <Button
            component="a"
            href="/api/pipeline-health.pdf"
            download
            variant="default"
            leftSection={<IconDownload size={16} />}
          >
            As PDF
          </Button>
        </>
      }
    >
      <Loaded query={health}>
        {(data) => (
          <>
            <HealthCounts counts={data.counts} />
            <div className={classes['columns']}>
              <section aria-labelledby="windows">
                <Title order={2} id="windows" mb="sm">
                  Windows closing this week
                </Title>
                <WindowsThisWeek windows={data.windowsThisWeek} />
              </section>
              <section aria-labelledby="offer">
                <Title order={2} id="offer" mb="sm">
                  Time to offer
                </Title>
                <TimeToOffer figures={data.timeToOffer} />
              </section>
            </div>
            <section aria-labelledby="by-health">
              <Title order={2} id="by-health" mb="sm" mt="xl">
                Searches by health
              </Title>
              <ByHealth searches={data.searches} />
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
