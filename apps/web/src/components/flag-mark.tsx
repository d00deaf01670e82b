import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react';
import type { Severity } from '../lib/answers';
import { ruleName } from '../lib/words';
import classes from './marks.module.css';
import { Tip } from './tip';

interface FlagMarkProps {
  rule: string;
  severity: Severity;
  sentence?: string;
}

export function FlagMark({ rule, severity, sentence }: FlagMarkProps) {
  const Icon = severity === 'stalled' ? IconAlertOctagon : IconAlertTriangle;
  const mark = (
    <span
      className={`${classes['mark']} ${classes['small']} ${severity === 'stalled' ? classes['stall'] : classes['watch']}`}
    >
      <Icon size={12} aria-hidden />
      {ruleName(rule)}
    </span>
  );
  return sentence ? <Tip label={sentence}>{mark}</Tip> : mark;
}
