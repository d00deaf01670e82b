import type { ComponentProps } from 'react';
import { Mark } from '../../../components/mark';
import type { ImportRun } from '../../../lib/answers';

type Tone = ComponentProps<typeof Mark>['tone'];

const STATE: Record<ImportRun['state'], { label: string; tone: Tone }> = {
  waiting: { label: 'Waiting', tone: 'still' },
  running: { label: 'Running', tone: 'still' },
  done: { label: 'Done', tone: 'ok' },
  failed: { label: 'Failed', tone: 'stall' },
};

export function RunBadge({ run }: { run: ImportRun }) {
  const { label, tone } = STATE[run.state];
  return <Mark tone={tone}>{run.checkOnly ? `Check ${label.toLowerCase()}` : label}</Mark>;
}
