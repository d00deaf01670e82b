import { Loaded, Waiting } from '../../components/states';
import { OfferDecision } from '../../features/offers/components/offer-decision';
import { useCandidacy } from '../../features/pipeline/api/find-candidacy';
import { MoveForm } from '../../features/pipeline/components/move-form';
import { OutcomeForm } from '../../features/pipeline/components/outcome-form';
import { useSearchRecord } from '../../features/searches/api/find-search';
import { TargetDateForm } from '../../features/searches/components/target-date-form';
import type { Candidacy, Flag, WayAct } from '../../lib/answers';
import { OfferForm } from './offer-form';

interface FlagActProps {
  flag: Flag;
  act: WayAct;
  zone: string;
  onDone: () => void;
}

/** The form of what ends a flag, in place. */
export function FlagAct({ flag, act, ...rest }: FlagActProps) {
  if (act === 'target') return <Target searchId={flag.searchId} onDone={rest.onDone} />;
  return flag.candidacyId ? <OnCard candidacyId={flag.candidacyId} act={act} {...rest} /> : null;
}

function Target({ searchId, onDone }: { searchId: string; onDone: () => void }) {
  const search = useSearchRecord(searchId);
  return (
    <Loaded query={search} waiting={<Waiting rows={1} />}>
      {(record) => <TargetDateForm search={record} onDone={onDone} />}
    </Loaded>
  );
}

interface OnCardProps extends Omit<FlagActProps, 'flag'> {
  candidacyId: string;
}

function OnCard({ candidacyId, ...rest }: OnCardProps) {
  const candidacy = useCandidacy(candidacyId);
  return (
    <Loaded query={candidacy} waiting={<Waiting rows={2} />}>
      {(record) => <CardForm candidacy={record} {...rest} />}
    </Loaded>
  );
}

function CardForm({ candidacy, act, zone, onDone }: Omit<OnCardProps, 'candidacyId'> & { candidacy: Candidacy }) {
  switch (act) {
    case 'move':
      return <MoveForm candidacy={candidacy} onDone={onDone} />;
    case 'offer':
      return <OfferForm card={candidacy.card} searchId={candidacy.search.id} zone={zone} onDone={onDone} />;
    case 'end':
      return <OutcomeForm candidacy={candidacy} onDone={onDone} />;
    case 'decide': {
      const offer = candidacy.offers.find(({ decision }) => decision === null);
      return offer ? <OfferDecision offer={offer} onDone={onDone} /> : null;
    }
    default:
      return null;
  }
}
