import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../lib/api';
import { keys } from '../../lib/query-keys';
import { Moment } from '../moment';
import { Loaded } from '../states';
import classes from './timeline.module.css';

interface EarlierWordingProps {
  activityId: string;
  zone?: string | undefined;
}

/** What an activity said before it was corrected, each time, and who changed it. */
export function EarlierWording({ activityId, zone }: EarlierWordingProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        ml={-8}
        mt={2}
        aria-expanded={open}
        onClick={() => setOpen((before) => !before)}
      >
        {open ? 'Hide the earlier wording' : 'Earlier wording'}
      </Button>
      {open ? <Wordings activityId={activityId} zone={zone} /> : null}
    </>
  );
}

function Wordings({ activityId, zone }: EarlierWordingProps) {
  const versions = useQuery({
    queryKey: keys.activityVersions(activityId),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/activities/{id}/versions', { params: { path: { id: activityId } }, signal })),
    select: ({ items }) => items.filter(({ change }) => change === 'corrected'),
  });
  return (
    <Loaded query={versions} waiting={<Text size="xs">…</Text>}>
      {(items) => (
        <ol className={classes['wordings']} aria-label="Earlier wording">
          {items.map(({ version, text, changedAt, changedBy }) => (
            <li key={version}>
              <Text size="sm" c="dimmed" className={classes['text'] ?? ''}>
                {text ?? 'Nothing was written down.'}
              </Text>
              <Text size="xs" c="dimmed">
                until <Moment at={changedAt} {...(zone ? { zone } : {})} />
                {changedBy ? `, changed by ${changedBy.name}` : null}
              </Text>
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
}
