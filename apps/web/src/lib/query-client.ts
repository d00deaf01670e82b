import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { BEGUN_ANEW, notifyProblem } from './notify';
import { ApiProblem, isOfAnother, isStale, isStatus } from './problem';

declare module '@tanstack/react-query' {
  interface Register {
    /** `quiet`: the caller shows the refusal itself, beside what was refused; `ownConflict`: also that somebody was faster. */
    mutationMeta: { quiet?: boolean; ownConflict?: boolean };
    /** `mayGo`: what is asked for may be gone, and the screen says so itself; `quiet`: nobody waits for it. */
    queryMeta: { mayGo?: boolean; quiet?: boolean };
  }
}

let goToSignIn: () => void = () => undefined;
/** The router is made after the client, so it tells how to leave. */
export const onSignedOut = (leave: () => void): void => {
  goToSignIn = leave;
};

/** Nothing of the firm or the person before is kept, but that it is said. */
function beginAnew(): void {
  sessionStorage.setItem(BEGUN_ANEW, 'yes');
  window.location.assign('/');
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (isStatus(error, 401)) goToSignIn();
      else if (isOfAnother(error)) beginAnew();
      else if (query.state.data === undefined || query.meta?.quiet) return;
      else if (!query.meta?.mayGo || !isStatus(error, 404)) notifyProblem(error, 'Not up to date');
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      if (isStatus(error, 401)) return goToSignIn();
      if (isOfAnother(error)) return beginAnew();
      if (isStale(error)) void queryClient.invalidateQueries();
      if (!mutation.meta?.quiet || (isStale(error) && !mutation.meta.ownConflict)) notifyProblem(error);
    },
  }),
  defaultOptions: {
    // what was sent, a password perhaps, is forgotten soon after the form it was sent from
    // without a network they wait in the line, not here, where a reload would lose them
    mutations: { gcTime: 1_000, networkMode: 'always' },
    queries: {
      staleTime: 15_000,
      retry: (failures, error) =>
        failures < 2 &&
        error instanceof ApiProblem &&
        (error.status === 0 || error.status === 429 || error.status >= 502),
    },
  },
});
