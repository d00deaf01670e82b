import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Health, SearchStatus } from '../lib/answers';
import { HEALTH, STATUS } from '../lib/words';
import classes from './marks.module.css';

const LOOK: Record<Health, { tone: string | undefined; icon: ReactNode }> = {
  on_track: { tone: classes['ok'], icon: <IconCircleCheck size={14} aria-hidden /> },
  at_risk: { tone: classes['watch'], icon: <IconAlertTriangle size={14} aria-hidden /> },
  stalled: { tone: classes['stall'], icon: <IconAlertOctagon size={14} aria-hidden /> },
  on_hold: { tone: classes['still'], icon: <IconPlayerPause size={14} aria-hidden /> },
};

/** Health where there is one, else how the search ended: always an icon and a word. */
export function HealthBadge({ health, status }: { health: Health | null; status?: SearchStatus }) {
  if (health === null)
    return <span className={`${classes['mark']} ${classes['still']}`}>{STATUS[status ?? 'closed']}</span>;
  const { tone, icon } = LOOK[health];
  return (
    <span className={`${classes['mark']} ${tone}`}>
      {icon}
      {HEALTH[health]}
    </span>
  );
}
