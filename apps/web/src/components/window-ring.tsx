import type { MarketWindow } from '../lib/answers';
import { ringShare, ringTone, windowSentence } from '../lib/market-window';
import { useNow } from '../lib/use-now';
import { Tip } from './tip';
import classes from './window-ring.module.css';

interface WindowRingProps {
  window: MarketWindow;
  size?: number;
}

/** The market window as a ring filled by its days, with the day inside. */
export function WindowRing({ window, size = 36 }: WindowRingProps) {
  const sentence = windowSentence(window, useNow());
  const stroke = size / 10;
  const radius = (size - stroke) / 2;
  const length = 2 * Math.PI * radius;
  const share = window.state === 'stopped' ? 1 : ringShare(window);
  return (
    <Tip label={sentence}>
      <svg
        className={classes['ring']}
        data-tone={ringTone(window)}
        width={size}
        height={size}
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={sentence}
      >
        <circle className={classes['track']} cx={size / 2} cy={size / 2} r={radius} strokeWidth={stroke} />
        <circle
          className={classes['fill']}
          cx={size / 2}
          cy={size / 2}
          r={radius}
          strokeWidth={stroke}
          strokeDasharray={`${length * share} ${length}`}
          transform={`rotate(-90 ${size / 2} ${size / 2})`}
        />
        <text className={classes['day']} x="50%" y="50%" fontSize={size * 0.36}>
          {window.day}
        </text>
      </svg>
    </Tip>
  );
}
