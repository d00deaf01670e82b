import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Moment } from '../../../components/moment';
import type { Search } from '../../../lib/answers';
import { plainDate } from '../../../lib/dates';
import { useNow } from '../../../lib/use-now';
import { ENGAGEMENT, officeName } from '../../../lib/words';
import classes from './brief.module.css';
import { BriefCriteria } from './brief-criteria';
import { BriefVersions } from './brief-versions';

export function Brief({ search, onEdit }: { search: Search; onEdit: () => void }) {
  return (
    <>
      <BriefAndTerms search={search} onEdit={onEdit} />
      <BriefVersions key={search.id} search={search} />
    </>
  );
}

function BriefAndTerms({ search, onEdit }: { search: Search; onEdit: () => void }) {
  return (
    <div className={classes['grid']}>
      <Paper p="lg" component="section" aria-labelledby="criteria">
        <BriefCriteria key={search.id} search={search} />
      </Paper>
      <Paper p="lg" component="section" aria-labelledby="terms">
        <Group justify="space-between" mb="md">
          <Title order={2} id="terms">
            The mandate
          </Title>
          {search.allowed.edit ? (
            <Button variant="default" size="xs" leftSection={<IconPencil size={14} />} onClick={onEdit}>
              Edit
            </Button>
          ) : null}
        </Group>
        <Terms search={search} />
        {search.holds.length > 0 ? <Holds search={search} /> : null}
      </Paper>
    </div>
  );
}

function Terms({ search }: { search: Search }) {
  const now = useNow();
  const zone = search.office.timeZone;
  const details: [string, React.ReactNode][] = [
    ['Client', search.client.name],
    ['Lead', search.lead.name],
    ['Team', search.team.map(({ name }) => name).join(', ') || 'lead only'],
    ['Office', `${officeName(search.office.key)} (${zone})`],
    ['Engagement', ENGAGEMENT[search.engagement]],
    ['Region', search.region ?? 'any'],
    ['Opened', <Moment key="opened" at={search.openedAt} zone={zone} as="day" />],
    ['Target date', search.targetDate ? plainDate(search.targetDate, now) : 'none agreed'],
    ['Visible to', search.confidential ? 'its team only (confidential)' : 'everyone in the firm'],
  ];
  return (
    <dl className={classes['details']}>
      {details.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Holds({ search: { holds, office } }: { search: Search }) {
  return (
    <>
      <Title order={3} mt="lg" mb={6}>
        Holds
      </Title>
      {holds.map(({ startedAt, endedAt, reason }) => (
        <Text size="sm" key={startedAt} mb={4}>
          <Moment at={startedAt} zone={office.timeZone} as="day" /> to{' '}
          {endedAt ? <Moment at={endedAt} zone={office.timeZone} as="day" /> : 'now'}
          {reason ? (
            <Text span c="dimmed">
              {' '}
              · {reason}
            </Text>
          ) : null}
        </Text>
      ))}
    </>
  );
}
