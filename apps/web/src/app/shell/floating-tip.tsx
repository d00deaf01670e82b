import { Tooltip } from '@mantine/core';
import { useEffect, useId } from 'react';

interface FloatingTipProps {
  target: HTMLElement;
  label: string;
}

export function FloatingTip({ target, label }: FloatingTipProps) {
  const id = useId();
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
      target={target}
      label={<span id={id}>{label}</span>}
      opened
      multiline={label.length > 40}
      maw={360}
      hideDetached
    />
  );
}
