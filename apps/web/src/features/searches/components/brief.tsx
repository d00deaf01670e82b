import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Moment } from '../../../components/moment';
import type { Search } from '../../../lib/answers';
import { plainDate } from '../../../lib/dates';
import { useNow } from '../../../lib/use-now';
import { ENGAGEMENT, officeName } from '../../../lib/words';
import classes from './brief.module.css';
import { Criteria } from './criteria';

export function Brief({ search, onEdit }: { search: Search; onEdit: () => void }) {
  const now = useNow();
  const zone = search.office.timeZone;
  const facts: [string, React.ReactNode][] = [
    ['Client', search.client.name],
    ['Lead', search.lead.name],
    ['Team', search.team.map(({ name }) => name).join(', ') || 'the lead alone'],
    ['Office', `${officeName(search.office.key)} (${zone})`],
    ['Engagement', ENGAGEMENT[search.engagement]],
    ['Region', search.region ?? 'not narrowed'],
    ['Opened', <Moment key="opened" at={search.openedAt} zone={zone} as="day" />],
    ['Wanted by', search.targetDate ? plainDate(search.targetDate, now) : 'no date agreed'],
    ['Seen by', search.confidential ? 'its team only (confidential)' : 'everybody in the firm'],
  ];
  return (
    <div className={classes['grid']}>
      <Paper p="lg" component="section" aria-labelledby="criteria">
        <Title order={2} id="criteria" mb="md">
          What the client asks for
        </Title>
        <Criteria criteria={search.criteria} />
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
        <dl className={classes['facts']}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {search.holds.length > 0 ? (
          <>
            <Title order={3} mt="lg" mb={6}>
              Holds
            </Title>
            {search.holds.map((hold) => (
              <Text size="sm" key={hold.startedAt} mb={4}>
                <Moment at={hold.startedAt} zone={zone} as="day" /> to{' '}
                {hold.endedAt ? <Moment at={hold.endedAt} zone={zone} as="day" /> : 'now'}
                {hold.reason ? (
                  <Text span c="dimmed">
                    {' '}
                    · {hold.reason}
                  </Text>
                ) : null}
              </Text>
            ))}
          </>
        ) : null}
      </Paper>
    </div>
  );
}
