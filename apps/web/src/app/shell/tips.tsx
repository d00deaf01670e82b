import { lazy, Suspense, useEffect, useState } from 'react';

const load = () => import('./floating-tip');
const FloatingTip = lazy(() => load().then((module) => ({ default: module.FloatingTip })));

const DELAY_MS = 300;

type Target = HTMLElement | SVGElement;

/** Shows what `Tip` says: the one thing somebody points at or has the focus on. What it is drawn with comes with the first. */
export function Tips() {
  const [target, setTarget] = useState<Target | null>(null);
  useEffect(() => watch(setTarget), []);
  if (!target) return null;
  return (
    <Suspense fallback={null}>
      <FloatingTip key={target.dataset['tip']} target={target} label={target.dataset['tip'] ?? ''} />
    </Suspense>
  );
}

/** Tells whose tip is to be seen, a moment after somebody has come to it, and null once they go on. Answers what ends it. */
function watch(show: (target: Target | null) => void): () => void {
  let over: Target | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const come = (target: Target | null): void => {
    if (target === over) return;
    over = target;
    clearTimeout(timer);
    show(null);
    if (!target) return;
    void load();
    timer = setTimeout(() => show(target), DELAY_MS);
  };
  const go = (): void => come(null);
  const onPointer = (event: PointerEvent): void => {
    const target = tipOf(event);
    come(event.pointerType === 'touch' && target?.dataset['tipTap'] === undefined ? null : target);
  };
  const onFocus = (event: FocusEvent): void => {
    const target = tipOf(event);
    if (target?.matches(':focus-visible')) come(target);
  };
  const ends = new AbortController();
  const { signal } = ends;
  document.addEventListener('pointerover', onPointer, { signal });
  document.addEventListener('focusin', onFocus, { signal });
  for (const event of ['focusout', 'keydown'] as const) document.addEventListener(event, go, { signal });
  document.addEventListener('click', (event) => tipOf(event)?.dataset['tipTap'] === undefined && go(), { signal });
  return () => {
    clearTimeout(timer);
    ends.abort();
  };
}

const tipOf = ({ target }: Event): Target | null =>
  target instanceof Element ? target.closest<Target>('[data-tip]') : null;
