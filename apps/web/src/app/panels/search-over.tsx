import { Modal } from '@mantine/core';
import { PasteList } from '../../components/newcomers/paste-list';
import { CandidatePicker } from '../../components/pickers/candidate-picker';
import { useAddCandidacy } from '../../features/pipeline/api/add-candidacy';
import { EditSearchForm } from '../../features/searches/components/edit-search-form';
import type { Card, Search } from '../../lib/answers';
import { notifyDone } from '../../lib/notify';
import { CandidacyPanel } from './candidacy-panel';
import { OfferForm } from './offer-form';
import { Why } from './why';
import type { Over } from './use-over';

/** Everything that opens over a search; loaded once the page itself stands. */
export function SearchOver({ search, over }: { search: Search; over: Over }) {
  const zone = search.office.timeZone;
  const { offering, offer, editing, edit } = over;
  const offered = (): void => offer(null);
  return (
    <>
      <CandidacyPanel
        candidacyId={over.candidacyId}
        zone={zone}
        walked={over.walked}
        onClose={over.closeCard}
        onOffer={offer}
      />
      <Why flagId={over.whyFlagId} zone={zone} onClose={over.closeWhy} />
      <Modal opened={offering !== null} onClose={offered} title={`Offer to ${offering?.candidate.name ?? ''}`}>
        {offering ? <OfferForm card={offering} searchId={search.id} zone={zone} onDone={offered} /> : null}
      </Modal>
      <Modal opened={editing} onClose={edit.close} title="Edit the mandate">
        <EditSearchForm search={search} onDone={edit.close} />
      </Modal>
      <AddToSearch search={search} opened={over.adding} onCancel={over.cancelAdding} onAdded={over.added} />
      <Modal
        opened={over.pasting}
        onClose={over.pasted}
        returnFocus={false}
        title={`Add a list of people to ${search.title}`}
        size="min(76rem, 100%)"
      >
        <PasteList searchId={search.id} onDone={over.pasted} onCancel={over.pasted} />
      </Modal>
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
              notifyDone(`${name} added to the search.`);
              onAdded(card);
            },
          })
        }
      />
    </Modal>
  );
}
