import { IconInfoCircle } from '@tabler/icons-react';
import classes from './definition.module.css';
import { Tip } from './tip';

/** What a figure means, for whoever points at it, comes to it with the keys or taps it. */
export const Definition = ({ children }: { children: string }) => (
  <Tip label={children} tap>
    <button type="button" className={classes['button']} aria-label={`Definition: ${children}`}>
      <IconInfoCircle size={18} aria-hidden />
    </button>
  </Tip>
);
