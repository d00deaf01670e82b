import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { piecesOf, type Colleague } from '../../lib/mentions';
import { Moment } from '../moment';
import classes from './timeline.module.css';

/** One line of time, the newest first. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className={classes['list']}>{children}</ol>;
}

interface TimelineEntryProps {
  icon: ReactNode;
  what: ReactNode;
  text: string | null;
  /** Colleagues who are named in it. */
  named?: readonly Colleague[];
  at: string;
  zone?: string | undefined;
  /** Behind the moment: who it was, what became of it. */
  details: readonly (ReactNode | null)[];
  /** It counts no more: struck through. */
  voided: boolean;
  /** What may be done with it. */
  children?: ReactNode;
}

export function TimelineEntry({
  icon,
  what,
  text,
  named = [],
  at,
  zone,
  details,
  voided,
  children,
}: TimelineEntryProps) {
  return (
    <li className={classes['entry']} data-voided={voided || undefined}>
      <span className={classes['icon']} aria-hidden>
        {icon}
      </span>
      <div>
        <Text size="sm" component="div">
          {voided ? <s>{what}</s> : what}
        </Text>
        {text ? (
          <Text size="sm" c="dimmed" className={classes['text']}>
            {piecesOf(text, named).map((piece, index) => (piece.named ? <b key={index}>{piece.text}</b> : piece.text))}
          </Text>
        ) : null}
        <Text size="xs" c="dimmed" component="div">
          <Moment at={at} {...(zone ? { zone } : {})} />
          {details.map((detail, index) => (detail ? <span key={index}> · {detail}</span> : null))}
        </Text>
        {children}
      </div>
    </li>
  );
}

interface Voided {
  by: { name: string } | null;
  reason: string | null;
}

/** "withdrawn by Sam Doe: another candidate" */
export const voidedWords = ({ by, reason }: Voided, how: string): string =>
  `${how}${by ? ` by ${by.name}` : ''}${reason ? `: ${reason}` : ''}`;
