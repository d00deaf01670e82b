import { Paper, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { TaskList } from '../../features/tasks/components/task-list';
import { UpcomingInterviews } from '../../features/interviews/components/upcoming-interviews';
import { DueCheckIns } from '../../features/placements/components/due-check-ins';
import { TodayPage } from '../../features/flags/routes/today-page';
import { useMe, useZone } from '../../lib/session';

const Why = lazy(() => import('../panels/why').then((module) => ({ default: module.Why })));

const FirstSteps = lazy(() =>
  import('../../features/first-steps/components/first-steps').then((module) => ({ default: module.FirstSteps })),
);

const route = getRouteApi('/app/');

export function TodayRoute() {
  const { why, snoozed = false } = route.useSearch();
  const navigate = route.useNavigate();
  const zone = useZone();
  const [asked, setAsked] = useState(false);
  if (why !== undefined && !asked) setAsked(true);
  const { allowed } = useMe();
  return (
    <TodayPage
      above={
        allowed.manageFirm ? (
          <Suspense fallback={null}>
            <FirstSteps />
          </Suspense>
        ) : null
      }
      snoozed={snoozed}
      covered={why !== undefined}
      explained={
        asked ? (
          <Suspense fallback={null}>
            <Why
              flagId={why}
              zone={zone}
              onClose={() => void navigate({ search: (before) => ({ ...before, why: undefined }), resetScroll: false })}
            />
          </Suspense>
        ) : null
      }
      beside={
        <>
          <Section title="Interviews">
            <UpcomingInterviews />
          </Section>
          <Section title="Tasks">
            <TaskList open none="No open tasks." />
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
