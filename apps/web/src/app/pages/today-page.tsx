import { Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { TaskList } from '../../features/activities/components/task-list';
import { UserSelect } from '../../features/identity/components/user-select';
import { UpcomingInterviews } from '../../features/interviews/components/upcoming-interviews';
import { DueCheckIns } from '../../features/offers/components/due-check-ins';
import { TodayPage } from '../../features/stalls/routes/today-page';

export function TodayRoute() {
  return (
    <TodayPage
      beside={
        <>
          <Section title="Interviews">
            <UpcomingInterviews />
          </Section>
          <Section title="Tasks">
            <TaskList open Assignee={UserSelect} none="Nothing to do." />
          </Section>
          <Section title="Check-ins">
            <DueCheckIns />
          </Section>
        </>
      }
    />
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = `today-${title.toLowerCase()}`;
  return (
    <Paper component="section" px="lg" py="md" aria-labelledby={id}>
      <Title order={2} fz="md" id={id} mb={6}>
        {title}
      </Title>
      {children}
    </Paper>
  );
}
