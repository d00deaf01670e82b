import { IconBellOff, IconCheck, IconTrendingUp, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Tip } from '../../../components/tip';
import type { Flag } from '../../../lib/answers';
import { exact } from '../../../lib/dates';
import classes from './hand-marks.module.css';

type HandedOn = NonNullable<Flag['handedOn']>;

interface HandMarksProps {
  /** why, where that is known */
  acknowledged: string | boolean | null;
  escalatedAt?: string | null;
  escalated?: boolean;
  snoozedUntil: string | null;
  assignedTo: { name: string } | null;
  handedOn: HandedOn | null;
  zone: string;
}

/** Who has a flag in hand, in small quiet marks; nothing when nobody has. */
export function HandMarks({
  acknowledged,
  escalatedAt,
  escalated,
  snoozedUntil,
  assignedTo,
  handedOn,
  zone,
}: HandMarksProps) {
  return (
    <>
      {escalated || escalatedAt ? (
        <Mark icon={<IconTrendingUp size={12} />} tip={escalatedAt ? exact(escalatedAt, zone) : undefined} loud>
          Escalated
        </Mark>
      ) : null}
      {acknowledged ? (
        <Mark icon={<IconCheck size={12} />} tip={acknowledged === true ? undefined : acknowledged}>
          Acknowledged
        </Mark>
      ) : null}
      {snoozedUntil ? (
        <Mark icon={<IconBellOff size={12} />} tip={`until ${exact(snoozedUntil, zone)}`}>
          Snoozed
        </Mark>
      ) : null}
      {assignedTo ? (
        <Mark icon={<IconUser size={12} />} tip={handedOn ? fromWhom(handedOn, zone) : undefined}>
          With {assignedTo.name}
        </Mark>
      ) : null}
    </>
  );
}

export const MarksOfFlag = ({ flag, zone }: { flag: Flag; zone: string }) => (
  <HandMarks
    acknowledged={flag.acknowledgement?.reason ?? null}
    escalatedAt={flag.escalatedAt}
    snoozedUntil={flag.snoozedUntil}
    assignedTo={flag.assignedTo}
    handedOn={flag.handedOn}
    zone={zone}
  />
);

const fromWhom = ({ at, by, reason }: HandedOn, zone: string): string =>
  `from ${by?.name ?? 'the operator'}, ${exact(at, zone)}${reason ? `: “${reason}”` : ''}`;

interface MarkProps {
  icon: ReactNode;
  tip?: string;
  loud?: boolean;
  children: ReactNode;
}

function Mark({ icon, tip, loud, children }: MarkProps) {
  const mark = (
    <span className={classes['mark']} data-loud={loud || undefined}>
      <span aria-hidden className={classes['icon']}>
        {icon}
      </span>
      <span>{children}</span>
    </span>
  );
  return tip ? <Tip label={tip}>{mark}</Tip> : mark;
}
