import type { ReactNode } from 'react';
import classes from './marks.module.css';

/** A small label whose colour says no more than its words. */
export function Mark({ tone, children }: { tone: 'ok' | 'watch' | 'stall' | 'still'; children: ReactNode }) {
  return <span className={`${classes['mark']} ${classes[tone]}`}>{children}</span>;
}
