import { Anchor, Button, Group, Paper, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ExportMenu } from '../../../components/export-menu';
import { LinkButton } from '../../../components/link-button';
import { ListPage } from '../../../components/list-page';
import { Mark } from '../../../components/mark';
import { Moment } from '../../../components/moment';
import { exact } from '../../../lib/dates';
import { useZone } from '../../../lib/session';
import { useMarkSeen, useReminders, type Reminder } from '../api/reminders';
import { ONE } from '../components/words';
import classes from './reminders-page.module.css';

const route = getRouteApi('/app/reminders');

export function RemindersPage() {
  const { task } = route.useSearch();
  const reminders = useReminders();
  const mark = useMarkSeen();
  const isAsked = ({ path }: Reminder): boolean => task !== undefined && path === `/reminders?task=${task}`;
  return (
    <ListPage
      title="Reminders"
      about="Everything you were reminded of, and what became of its email."
      width="read"
      actions={
        <>
          <LinkButton to="/settings/notifications" variant="default">
            Notification settings
          </LinkButton>
          <ExportMenu address="/api/me/reminders/export" asked={{}} name="reminders" />
          <Button onClick={() => mark.mutate(undefined)} loading={mark.isPending}>
            Mark all as seen
          </Button>
        </>
      }
      query={reminders}
      one="reminder"
      none={{
        icon: <IconBell size={22} />,
        title: 'No reminders yet',
        sentence:
          'Flags, tasks, interviews and anything else with a date appear here, whether or not you get them by email.',
      }}
      rows={(rows) => (
        <Paper>
          <ul className={classes['list']}>
            {rows.map((reminder) => (
              <Row
                key={reminder.id}
                reminder={reminder}
                onSeen={() => mark.mutate([reminder.id])}
                asked={isAsked(reminder)}
              />
            ))}
          </ul>
        </Paper>
      )}
    />
  );
}

/** `asked`: the one that a link led to. */
function Row({ reminder, onSeen, asked }: { reminder: Reminder; onSeen: () => void; asked: boolean }) {
  const { kind, severity, group, about, sentence, nextStep, path, at, dueAt, mailSentence, mail } = reminder;
  // what is over is not news any more
  const seenAt = reminder.seenAt ?? (reminder.isCurrent ? null : dueAt);
  const zone = useZone();
  return (
    <li data-new={seenAt === null} aria-current={asked || undefined} ref={asked ? intoView : undefined}>
      <div>
        <Group gap={8} mb={2}>
          <Mark tone={severity === 'stalled' ? 'stall' : severity === 'watch' ? 'watch' : 'still'}>
            {ONE[kind].label}
          </Mark>
          {reminder.isCurrent ? null : <Mark tone="still">No longer so</Mark>}
          <Text size="xs" c="dimmed">
            <Moment at={dueAt} />
          </Text>
        </Group>
        <Anchor
          component={Link}
          {...placeOf(path)}
          size="sm"
          td={reminder.isCurrent ? undefined : 'line-through'}
          fw={seenAt ? 400 : 600}
          onClick={seenAt ? undefined : onSeen}
        >
          {about ? `${about}: ` : ''}
          {sentence}
        </Anchor>
        {at ? (
          <Text size="sm">
            {ONE[kind].at} {exact(at, zone)}
          </Text>
        ) : null}
        {group ? (
          <Text size="sm" c="dimmed">
            {group}
          </Text>
        ) : null}
        {nextStep && reminder.isCurrent ? <Text size="sm">Next: {nextStep}</Text> : null}
        {mailSentence ? (
          <Text size="sm" c={mail === 'uncertain' ? 'var(--sl-watch)' : 'dimmed'}>
            {mailSentence}
          </Text>
        ) : null}
      </div>
      {seenAt ? null : (
        <Button variant="subtle" size="xs" onClick={onSeen} aria-label={`Mark as seen: ${sentence}`}>
          Seen
        </Button>
      )}
    </li>
  );
}

const intoView = (row: HTMLLIElement | null) => row?.scrollIntoView({ block: 'center' });

/** A path of the server's making, taken apart for the router. */
function placeOf(path: string): { to: string; search: never } {
  const [to = '/', search = ''] = path.split('?');
  return { to, search: Object.fromEntries(new URLSearchParams(search)) as never };
}
