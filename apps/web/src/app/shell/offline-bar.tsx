import { onlineManager, useMutationState } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { count } from '../../lib/words';
import classes from './shell.module.css';

const subscribe = (changed: () => void): (() => void) => onlineManager.subscribe(changed);
const isOnline = (): boolean => onlineManager.isOnline();

/** Says that nothing comes and nothing is sent, how much waits for that, and asks before that is lost. */
export function OfflineBar() {
  const online = useSyncExternalStore(subscribe, isOnline);
  const waiting = useMutationState({ filters: { status: 'pending' } }).length;
  useEffect(() => {
    if (online || waiting === 0) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [online, waiting]);
  return (
    <div role="status" aria-live="polite">
      {online ? null : (
        <p className={classes['offline']}>
          <strong>You are offline.</strong>{' '}
          {waiting > 0
            ? `${count(waiting, 'change')} not saved yet. Leave this page open: everything is sent as soon as you are back.`
            : 'This page may be out of date. What you change is sent when you are back.'}
        </p>
      )}
    </div>
  );
}
