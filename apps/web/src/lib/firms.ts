import { useNavigate } from '@tanstack/react-router';
import { answer, api } from './api';
import { useMe } from './session';
import { useChange } from './use-change';

/** Another firm begins at its first page, and nothing of the one before is kept. */
function useBeginning(): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    await navigate({ to: '/' });
    window.location.reload();
  };
}

export function useEnterFirm() {
  const begin = useBeginning();
  return useChange({
    fact: 'auth.firm_entered',
    mutationFn: (firmId: string) => answer(api.POST('/api/account/firm', { body: { firmId } })),
    keep: begin,
  });
}

/** Made where there is none, and entered. */
export function useShowSample() {
  const begin = useBeginning();
  return useChange({
    fact: 'sample.shown',
    mutationFn: async () => {
      const { id } = await answer(api.POST('/api/sample'));
      return answer(api.POST('/api/account/firm', { body: { firmId: id } }));
    },
    keep: begin,
  });
}

/** Whoever looks at it is back in their own firm. */
export function useTakeSampleAway() {
  const { firm } = useMe();
  const begin = useBeginning();
  return useChange({
    fact: 'sample.taken_away',
    mutationFn: () => answer(api.DELETE('/api/sample')),
    keep: () => (firm.sampleOf ? begin() : undefined),
  });
}
