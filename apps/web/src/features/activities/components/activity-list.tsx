import { Anchor } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { List } from '../../../components/list';
import { ActivityEntry } from '../../../components/timeline/activity-entry';
import { Timeline } from '../../../components/timeline/timeline';
import type { ListedActivity } from '../../../lib/answers';
import { activitiesQuery, type ActivitiesAbout } from '../api/activities';

interface ActivityListProps {
  about: ActivitiesAbout;
  zone?: string;
  /** While nothing has been logged. */
  none: string;
}

/** Everything that was logged about something, with whom and where. */
export function ActivityList({ about, zone, none }: ActivityListProps) {
  const query = useInfiniteQuery(activitiesQuery(about));
  return (
    <List
      query={query}
      one="activity"
      many="activities"
      none={{ icon: <IconMessages size={28} />, title: 'Nothing logged yet', sentence: none }}
      rows={(rows) => (
        <Timeline>
          {rows.map((activity) => (
            <ActivityEntry key={activity.id} activity={activity} zone={zone} about={aboutOf(activity, about)} />
          ))}
        </Timeline>
      )}
    />
  );
}

const WITH: Partial<Record<ListedActivity['kind'], string>> = { client_feedback: ' from ', note: ' about ' };

/** " with Ida Boss about Ada Sample in Chief AI Officer", without what the page is about itself. */
function aboutOf({ kind, contact, candidate, search }: ListedActivity, about: ActivitiesAbout): ReactNode {
  const withWhom = WITH[kind] ?? ' with ';
  return (
    <>
      {contact ? `${withWhom}${contact.name}` : null}
      {candidate && !about.candidateId ? (
        <>
          {contact || kind in WITH ? ' about ' : ' with '}
          <Anchor component={Link} to={`/candidates/${candidate.id}`} inherit underline="always">
            {candidate.name}
          </Anchor>
        </>
      ) : null}
      {search && !about.searchId ? (
        <>
          {' in '}
          <Anchor component={Link} to={`/searches/${search.id}`} inherit underline="always">
            {search.title}
          </Anchor>
        </>
      ) : null}
    </>
  );
}
