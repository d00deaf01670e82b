import { Badge } from '@mantine/core';
import type { ImportRun } from '../../../lib/answers';

const STATE: Record<ImportRun['state'], { label: string; color: string }> = {
  waiting: { label: 'Waiting', color: 'gray' },
  running: { label: 'Running', color: 'ink' },
  done: { label: 'Done', color: 'teal' },
  failed: { label: 'Failed', color: 'red' },
};

export function RunBadge({ run }: { run: ImportRun }) {
  const { label, color } = STATE[run.state];
  return (
    <Badge color={color} variant="outline">
      {run.checkOnly ? `Check ${label.toLowerCase()}` : label}
    </Badge>
  );
}
