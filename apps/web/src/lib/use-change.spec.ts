import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { follow } from './use-change';

/** A row that sends a change and is off the screen before it is answered. */
function sentAndGone(send: (observer: MutationObserver<string, Error, void>) => void): Promise<unknown> {
  const queries = new QueryClient();
  let answer: (told: string) => void = () => undefined;
  const observer = new MutationObserver<string, Error, void>(queries, {
    mutationFn: () => new Promise((resolve) => (answer = resolve)),
  });
  const leave = observer.subscribe(() => undefined);
  const finished = new Promise((resolve) =>
    queries.getMutationCache().subscribe(({ mutation }) => {
      if (mutation?.state.status === 'success') resolve(mutation.state.data);
    }),
  );
  send(observer);
  leave();
  return Promise.resolve()
    .then(() => answer('done'))
    .then(() => finished);
}

it('says what was done although the row has gone', async () => {
  const told: string[] = [];
  await sentAndGone((observer) => follow(observer.mutate(), { onSuccess: (data) => told.push(data) }));
  expect(told).toEqual(['done']);
});

it('which what is given to the library itself does not', async () => {
  const told: string[] = [];
  await sentAndGone((observer) => void observer.mutate(undefined, { onSuccess: (data) => void told.push(data) }));
  expect(told).toEqual([]);
});

it('tells a refusal to whoever asked, and leaves it at that where nobody did', async () => {
  const refusals: unknown[] = [];
  const refusal = new Error('no');
  follow(Promise.reject(refusal), { onError: (error) => refusals.push(error) });
  follow(Promise.reject(refusal));
  await new Promise((resolve) => setImmediate(resolve));
  expect(refusals).toEqual([refusal]);
});
