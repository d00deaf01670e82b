import { Modal } from '@mantine/core';
import { LogActivityForm } from '../../features/activities/components/log-activity-form';
import { TaskList } from '../../features/tasks/components/task-list';
import { CandidatePicker } from '../../features/candidates/components/candidate-picker';
import { CandidateSummary } from '../../features/candidates/components/candidate-summary';
import { UserSelect, UsersSelect } from '../../features/identity/components/user-select';
import { InterviewList } from '../../features/interviews/components/interview-list';
import { ExtendOfferForm } from '../../features/offers/components/extend-offer-form';
import { OfferCard } from '../../features/offers/components/offer-card';
import { Placement } from '../../features/placements/components/placement';
import { useAddCandidacy } from '../../features/pipeline/api/add-candidacy';
import { CandidacyPanel } from '../../features/pipeline/components/candidacy-panel';
import { EditSearchForm } from '../../features/searches/components/edit-search-form';
import { WhyPanel } from '../../features/stalls/components/why-panel';
import type { Card, Search } from '../../lib/answers';
import { notifyDone } from '../../lib/notify';

export interface SearchOverProps {
  search: Search;
  /** the card in the side panel */
  candidacyId: string | undefined;
  onClosePanel: () => void;
  /** the flag that is being explained */
  whyFlagId: string | undefined;
  onCloseWhy: () => void;
  /** the card an offer is being written for */
  offering: Card | null;
  onOffer: (card: Card | null) => void;
  adding: boolean;
  onAdded: (card: Card) => void;
  onCancelAdding: () => void;
  editing: boolean;
  onEdited: () => void;
}

/** Everything that opens over a search; loaded once the page itself stands. */
export function SearchOver(props: SearchOverProps) {
  const { search, candidacyId, onClosePanel, offering, onOffer, adding, onAdded, onCancelAdding, editing, onEdited } =
    props;
  const zone = search.office.timeZone;
  return (
    <>
      <CandidacyPanel
        candidacyId={candidacyId}
        zone={zone}
        onClose={onClosePanel}
        onOffer={onOffer}
        profile={(candidateId) => <CandidateSummary candidateId={candidateId} />}
        logForm={(about) => <LogActivityForm {...about} />}
        offer={(offer) => <OfferCard offer={offer} zone={zone} placement={<Placement offer={offer} zone={zone} />} />}
        interviews={(about) => <InterviewList {...about} zone={zone} />}
        tasks={(about) => <TaskList about={about} Assignee={UserSelect} none="Nothing to do here." />}
      />
      <WhyPanel
        flagId={props.whyFlagId}
        zone={zone}
        onClose={props.onCloseWhy}
        UserField={UserSelect}
        logForm={(about) => <LogActivityForm {...about} />}
      />
      <Modal
        opened={offering !== null}
        onClose={() => onOffer(null)}
        title={`Offer to ${offering?.candidate.name ?? ''}`}
      >
        {offering ? (
          <ExtendOfferForm
            candidacyId={offering.id}
            version={offering.version}
            candidateName={offering.candidate.name}
            zone={zone}
            onDone={() => onOffer(null)}
            onCancel={() => onOffer(null)}
          />
        ) : null}
      </Modal>
      <Modal opened={editing} onClose={onEdited} title="Edit the mandate">
        <EditSearchForm search={search} onDone={onEdited} LeadField={UserSelect} TeamField={UsersSelect} />
      </Modal>
      <AddToSearch search={search} opened={adding} onCancel={onCancelAdding} onAdded={onAdded} />
    </>
  );
}

interface AddToSearchProps {
  search: Search;
  opened: boolean;
  onCancel: () => void;
  onAdded: (card: Card) => void;
}

/** Cancelled, the focus goes back to the button; done, it goes to the new card. */
function AddToSearch({ search, opened, onCancel, onAdded }: AddToSearchProps) {
  const add = useAddCandidacy(search.id);
  return (
    <Modal
      opened={opened}
      onClose={onCancel}
      returnFocus={false}
      title={`Add a candidate to ${search.title}`}
      size="lg"
    >
      <CandidatePicker
        pending={add.isPending}
        onCancel={onCancel}
        onPick={({ id, name }) =>
          add.mutate(id, {
            onSuccess: (card) => {
              notifyDone(`${name} is in the search.`);
              onAdded(card);
            },
          })
        }
      />
    </Modal>
  );
}
