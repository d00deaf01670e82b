import { Tooltip } from '@mantine/core';
import { useEffect, useId, useMemo } from 'react';

interface FloatingTipProps {
  /** drawings have tips too */
  target: HTMLElement | SVGElement;
  label: string;
}

export function FloatingTip({ target, label }: FloatingTipProps) {
  const id = useId();
  // given by itself it would be taken for an element of HTML
  const at = useMemo(() => ({ current: target as HTMLElement }), [target]);
  useEffect(() => {
    const before = target.getAttribute('aria-describedby');
    target.setAttribute('aria-describedby', before ? `${before} ${id}` : id);
    return () => {
      if (before === null) target.removeAttribute('aria-describedby');
      else target.setAttribute('aria-describedby', before);
    };
  }, [target, id]);
  return (
    <Tooltip
      target={at}
      label={<span id={id}>{label}</span>}
      opened
      multiline={label.length > 40}
      maw={360}
      hideDetached
    />
  );
}
