import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { askAgain, type Fact } from './stale';

interface Change<Given, Told> {
  /** what the server has announced or recorded by then; the queries it makes stale are asked again */
  fact: Fact | ((given: Given) => Fact);
  mutationFn: (given: Given) => Promise<Told>;
  /** puts what was answered where it is shown, before anything is asked again */
  keep?: (told: Told, queries: QueryClient, given: Given) => unknown;
  /** the form, or the row, tells the refusal itself */
  quiet?: boolean;
  /** says itself who was faster */
  ownConflict?: boolean;
  /** asks again after a refusal too: somebody may have been faster */
  evenRefused?: boolean;
  /** not done before what is stale was answered again; true unless said otherwise */
  waits?: boolean;
  /** shown at once, before the server has answered */
  ahead?: (given: Given) => unknown;
  /** how it was before, when it is refused */
  back?: (given: Given) => void;
  /** several under way under the same name: what is stale is asked again once, after the last */
  together?: string;
}

export interface Then<Told> {
  onSuccess?: ((told: Told) => unknown) | undefined;
  onError?: ((error: unknown) => unknown) | undefined;
}

/**
 * The one way to change something. What is given to `mutate` to do afterwards is done, also when the row or the form
 * that asked for it is no longer shown by then.
 */
export function useChange<Given = void, Told = unknown>(change: Change<Given, Told>) {
  const { together, quiet = false, ownConflict = false } = change;
  const queries = useQueryClient();
  const { mutateAsync, ...state } = useMutation({
    ...(together ? { mutationKey: [together] } : {}),
    mutationFn: change.mutationFn,
    onMutate: (given: Given) => change.ahead?.(given),
    onError: (_error, given) => change.back?.(given),
    onSuccess: (told, given) => change.keep?.(told, queries, given),
    onSettled: (_told, error, given) => settled(change, queries, given, error !== null),
    meta: { quiet, ownConflict },
  });
  const mutate = useCallback(
    (given: Given, then?: Then<Told>): void => follow(mutateAsync(given), then),
    [mutateAsync],
  );
  return { ...state, mutate };
}

async function settled<Given, Told>(
  { fact, together, waits = true, evenRefused = together !== undefined }: Change<Given, Told>,
  queries: QueryClient,
  given: Given,
  refused: boolean,
): Promise<void> {
  if (refused && !evenRefused) return;
  if (together && queries.isMutating({ mutationKey: [together] }) > 1) return;
  const answered = askAgain(queries, typeof fact === 'function' ? fact(given) : fact);
  if (waits) await answered;
}

/** Whoever sent it may be gone from the screen by the time of the answer: what is to follow follows all the same. */
export function follow<Told>(sent: Promise<Told>, { onSuccess, onError }: Then<Told> = {}): void {
  void sent.then(onSuccess, onError ?? (() => undefined));
}
