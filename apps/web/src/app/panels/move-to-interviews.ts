import { useQuery } from '@tanstack/react-query';
import { useMoveCandidacy } from '../../features/pipeline/api/move-candidacy';
import type { Candidacy } from '../../lib/answers';
import { notifyDone, notifyNext, notifyProblem } from '../../lib/notify';
import { stagesQuery } from '../../lib/stages-query';

/** Whoever has an interview with the client usually goes to that stage: offered, not done. */
export function useMoveToInterviews({ card, search }: Candidacy): () => void {
  const { data } = useQuery(stagesQuery);
  const stages = data?.items ?? [];
  const { mutate } = useMoveCandidacy(search.id);
  const { candidate, stageId, allowed } = card;
  const here = stages.find(({ id }) => id === stageId);
  const to = stages.find(({ id, kind }) => kind === 'client_interview' && allowed.moveTo.includes(id));
  return () => {
    if (!here || !to || here.position >= to.position) return;
    notifyNext(`${candidate.name} is still in ${here.label}.`, `Move to ${to.label}`, () =>
      mutate(
        { card, toStageId: to.id },
        {
          onSuccess: () => notifyDone(`${candidate.name} moved to ${to.label}.`),
          onError: (error) => notifyProblem(error),
        },
      ),
    );
  };
}
