import { cloneElement, type ReactElement } from 'react';

interface TipProps {
  label: string;
  /** a tap says it too, where there is nothing else to tap it for */
  tap?: boolean;
  /** takes any attribute, as elements do */
  children: ReactElement<object>;
}

/** Says more about its child while somebody points at it, or the focus is on it. There is one tip at a time (`app/shell/tips.tsx`). */
export const Tip = ({ label, tap, children }: TipProps) =>
  cloneElement(children, { 'data-tip': label, ...(tap ? { 'data-tip-tap': true } : {}) } as object);
