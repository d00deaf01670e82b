import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body, Candidacy } from '../../../lib/answers';
import { boardQuery } from './board';
import { candidacyQuery } from './find-candidacy';

export type Outcome = Omit<Body<'/api/candidacies/{id}/outcome'>, 'version'>;

export type CandidacyChange =
  ({ verb: 'end' } & Outcome) | { verb: 'reactivate' } | { verb: 'correct'; moveId: string; reason: string };

function send({ card }: Candidacy, change: CandidacyChange): Promise<Candidacy> {
  const params = { path: { id: card.id } };
  const { version } = card;
  switch (change.verb) {
    case 'end': {
      const { outcome, by, reason } = change;
      return answer(api.POST('/api/candidacies/{id}/outcome', { params, body: { version, outcome, by, reason } }));
    }
    case 'reactivate':
      return answer(api.POST('/api/candidacies/{id}/reactivation', { params, body: { version } }));
    case 'correct': {
      const { moveId, reason } = change;
      return answer(api.POST('/api/candidacies/{id}/corrections', { params, body: { version, moveId, reason } }));
    }
  }
}

export function useChangeCandidacy(candidacy: Candidacy) {
  const queryClient = useQueryClient();
  const searchId = candidacy.search.id;
  return useMutation({
    mutationFn: (change: CandidacyChange) => send(candidacy, change),
    onSuccess: async (changed) => {
      queryClient.setQueryData(candidacyQuery(changed.card.id).queryKey, changed);
      await Promise.all(
        [boardQuery(searchId).queryKey, ['search', searchId], ['today']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
