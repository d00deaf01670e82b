import { getRouteApi } from '@tanstack/react-router';
import { CandidateView } from '../../features/candidates/routes/candidate-view';
import { Standing } from '../../features/pipeline/components/standing';

const route = getRouteApi('/app/candidates/$candidateId');

export function CandidatePage() {
  const { candidateId } = route.useParams();
  return (
    <CandidateView key={candidateId} candidateId={candidateId} standing={<Standing candidateId={candidateId} />} />
  );
}
