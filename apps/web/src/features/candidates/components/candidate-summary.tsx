import { Loaded, Waiting } from '../../../components/states';
import { useCandidate } from '../api/find-candidate';
import { CandidateDetails } from './candidate-details';

/** The profile in short, for a side panel. */
export function CandidateSummary({ candidateId }: { candidateId: string }) {
  const candidate = useCandidate(candidateId);
  return (
    <Loaded query={candidate} waiting={<Waiting rows={3} height={18} />}>
      {(record) => <CandidateDetails candidate={record} />}
    </Loaded>
  );
}
