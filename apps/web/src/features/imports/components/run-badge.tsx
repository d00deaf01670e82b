import type { ComponentProps } from 'react';
import { Mark } from '../../../components/mark';
import type { ImportSummary } from '../../../lib/answers';

type Tone = ComponentProps<typeof Mark>['tone'];

const STATE: Record<ImportSummary['state'], { label: string; tone: Tone }> = {
  waiting: { label: 'Waiting', tone: 'still' },
  running: { label: 'Running', tone: 'still' },
  done: { label: 'Done', tone: 'ok' },
  failed: { label: 'Failed', tone: 'stall' },
  cancelled: { label: 'Cancelled', tone: 'still' },
};

export function RunBadge({ run }: { run: ImportSummary }) {
  const { label, tone } = STATE[run.state];
  return <Mark tone={tone}>{run.checkOnly ? `Check ${label.toLowerCase()}` : label}</Mark>;
}
