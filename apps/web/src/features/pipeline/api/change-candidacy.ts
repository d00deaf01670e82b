import { answer, api } from '../../../lib/api';
import type { Body, Candidacy } from '../../../lib/answers';
import type { Fact } from '../../../lib/stale';
import { useChange } from '../../../lib/use-change';
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

const FACT: Record<CandidacyChange['verb'], Fact> = {
  end: 'pipeline.candidacy_ended',
  reactivate: 'pipeline.candidacy_reactivated',
  correct: 'pipeline.move_corrected',
};

export const useChangeCandidacy = (candidacy: Candidacy) =>
  useChange({
    fact: ({ verb }) => FACT[verb],
    mutationFn: (change: CandidacyChange) => send(candidacy, change),
    keep: (changed, queries) => queries.setQueryData(candidacyQuery(changed.card.id).queryKey, changed),
  });
