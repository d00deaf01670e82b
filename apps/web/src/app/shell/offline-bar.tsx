import { onlineManager, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { line } from '../../lib/api';
import { notifyDone } from '../../lib/notify';
import { ApiProblem } from '../../lib/problem';
import { useMe } from '../../lib/session';
import { count } from '../../lib/words';
import classes from './shell.module.css';

const subscribe = (changed: () => void): (() => void) => onlineManager.subscribe(changed);
const isOnline = (): boolean => onlineManager.isOnline();

/** Says that nothing comes and nothing is sent, how much waits for that, and asks before that is lost. */
export function OfflineBar() {
  const online = useSyncExternalStore(subscribe, isOnline);
  useLeftOver();
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

/** Sends what a page before this one could not. */
function useLeftOver(): void {
  const queries = useQueryClient();
  const { id } = useMe().user;
  useEffect(() => {
    line.belongsTo(id);
    const leftOver = line.leftOver();
    if (leftOver.length === 0) return;
    const sent = leftOver.map((send) =>
      queries
        .getMutationCache()
        .build(queries, {
          mutationFn: async () => {
            const response = await send();
            if (!response.ok) throw ApiProblem.from(response.status, await response.json());
          },
        })
        .execute(undefined),
    );
    void Promise.allSettled(sent).then((told) => {
      const saved = told.filter(({ status }) => status === 'fulfilled').length;
      if (saved > 0)
        notifyDone(`${count(saved, 'change')} made while you were offline ${saved === 1 ? 'is' : 'are'} saved.`);
      // eslint-disable-next-line no-restricted-syntax -- which facts they were is not kept: everything is asked again
      void queries.invalidateQueries();
    });
  }, [id, queries]);
}
