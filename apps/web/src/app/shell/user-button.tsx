import { lazy, Suspense, useState } from 'react';
import { Whom } from './whom';

const load = () => import('./user-menu');
const UserMenu = lazy(() => load().then((module) => ({ default: module.UserMenu })));

/** Who is signed in. The menu behind it is loaded when somebody goes there. */
export function UserButton() {
  const [asked, setAsked] = useState(false);
  const ready = (): void => void load();
  const closed = <Whom onClick={() => setAsked(true)} onPointerEnter={ready} onFocus={ready} aria-haspopup="menu" />;
  return asked ? (
    <Suspense fallback={closed}>
      <UserMenu />
    </Suspense>
  ) : (
    closed
  );
}
