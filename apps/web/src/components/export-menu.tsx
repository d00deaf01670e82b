import { lazy, Suspense, useState } from 'react';
import { ExportButton } from './export-button';
import type { ExportChoicesProps } from './export-choices';

const load = () => import('./export-choices');
const ExportChoices = lazy(() => load().then((module) => ({ default: module.ExportChoices })));

/** Takes a list along as it is shown, with all of its rows. The menu behind it is loaded when somebody goes there. */
export function ExportMenu(props: ExportChoicesProps) {
  const [asked, setAsked] = useState(false);
  const ready = (): void => void load();
  const closed = (
    <ExportButton
      small={props.small}
      aria-haspopup="menu"
      onClick={() => setAsked(true)}
      onPointerEnter={ready}
      onFocus={ready}
    />
  );
  return asked ? (
    <Suspense fallback={closed}>
      <ExportChoices {...props} />
    </Suspense>
  ) : (
    closed
  );
}
