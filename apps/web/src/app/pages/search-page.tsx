import { Button, Checkbox, Modal, Tabs, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconUserPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTitle } from '../../components/page';
import { Loaded, Waiting } from '../../components/states';
import { LogActivityForm } from '../../features/activities/components/log-activity-form';
import { CandidatePicker } from '../../features/candidates/components/candidate-picker';
import { CandidateSummary } from '../../features/candidates/components/candidate-summary';
import { ExtendOfferForm } from '../../features/offers/components/extend-offer-form';
import { OfferCard } from '../../features/offers/components/offer-card';
import { useAddCandidacy } from '../../features/pipeline/api/add-candidacy';
import { useBoard } from '../../features/pipeline/api/board';
import { Board } from '../../features/pipeline/components/board';
import { CandidacyPanel } from '../../features/pipeline/components/candidacy-panel';
import { CandidatesTable } from '../../features/pipeline/components/candidates-table';
import { NO_FILTER } from '../../features/pipeline/components/columns';
import { useSearchRecord } from '../../features/searches/api/find-search';
import { UserSelect, UsersSelect } from '../../features/identity/components/user-select';
import { Brief } from '../../features/searches/components/brief';
import { EditSearchForm } from '../../features/searches/components/edit-search-form';
import { SearchHeader } from '../../features/searches/components/search-header';
import { SearchMenu } from '../../features/searches/components/search-menu';
import { Why } from '../../features/stalls/components/why';
import type { Card, Search } from '../../lib/answers';
import { notifyDone } from '../../lib/notify';
import { TABS, type Tab } from '../search-params';
import classes from './search-page.module.css';

const route = getRouteApi('/app/searches/$searchId');

export function SearchPage() {
  const { searchId } = route.useParams();
  const search = useSearchRecord(searchId);
  return (
    <Loaded query={search} waiting={<Waiting rows={4} height={80} />}>
      {(record) => <SearchView key={searchId} search={record} />}
    </Loaded>
  );
}

function SearchView({ search }: { search: Search }) {
  const { tab = 'board', candidacy } = route.useSearch();
  const navigate = route.useNavigate();
  const [holding, setHolding] = useState(false);
  const [offering, setOffering] = useState<Card | null>(null);
  const [adding, adder] = useDisclosure(false);
  const [editing, editor] = useDisclosure(false);
  const [added, setAdded] = useState<{ id: string } | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const [filter, setFilter] = useState(NO_FILTER);
  const [settled] = useDebouncedValue(filter, 120);
  const board = useBoard(search.id, holding);
  const zone = search.office.timeZone;
  useTitle(search.title);
  const isOfCards = tab === 'board' || tab === 'candidates';
  return (
    <div className={classes['page']} data-tab={tab}>
      <SearchHeader
        search={search}
        actions={
          <>
            {search.allowed.addCandidates ? (
              <Button ref={addButton} leftSection={<IconUserPlus size={16} />} onClick={adder.open}>
                Add a candidate
              </Button>
            ) : null}
            <SearchMenu search={search} />
          </>
        }
      />
      <Tabs
        className={classes['tabs'] ?? ''}
        value={tab}
        onChange={(value) =>
          void navigate({ search: (before) => ({ ...before, tab: value === 'board' ? undefined : (value as Tab) }) })
        }
      >
        <div className={classes['bar']}>
          <Tabs.List>
            {Object.entries(TABS).map(([value, label]) => (
              <Tabs.Tab key={value} value={value}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {isOfCards ? (
            <div className={classes['filter']}>
              <TextInput
                size="xs"
                w={190}
                aria-label="Filter the people shown"
                placeholder="Filter people"
                leftSection={<IconFilter size={14} />}
                value={filter.text}
                onChange={(event) => {
                  const text = event.currentTarget.value;
                  setFilter((before) => ({ ...before, text }));
                }}
              />
              <Checkbox
                size="xs"
                label="Only flagged"
                checked={filter.flagged}
                onChange={(event) => {
                  const flagged = event.currentTarget.checked;
                  setFilter((before) => ({ ...before, flagged }));
                }}
              />
            </div>
          ) : null}
        </div>
        <Tabs.Panel value={tab} className={classes['panel'] ?? ''}>
          {tab === 'brief' ? <Brief search={search} onEdit={editor.open} /> : null}
          {tab === 'flags' ? <Why searchId={search.id} zone={zone} /> : null}
          {isOfCards ? (
            <Loaded query={board} waiting={<Waiting rows={3} height={110} />}>
              {(data) =>
                tab === 'board' ? (
                  <Board
                    searchId={search.id}
                    board={data}
                    filter={settled}
                    zone={zone}
                    openCardId={candidacy}
                    bring={added}
                    onOffer={setOffering}
                    onHold={setHolding}
                  />
                ) : (
                  <CandidatesTable board={data} filter={settled} zone={zone} />
                )
              }
            </Loaded>
          ) : null}
        </Tabs.Panel>
      </Tabs>

      <CandidacyPanel
        candidacyId={candidacy}
        zone={zone}
        onClose={() => void navigate({ search: (before) => ({ ...before, candidacy: undefined }) })}
        onOffer={setOffering}
        profile={(candidateId) => <CandidateSummary candidateId={candidateId} />}
        logForm={(about) => <LogActivityForm {...about} />}
        offer={(offer) => <OfferCard offer={offer} zone={zone} />}
      />
      <Modal
        opened={offering !== null}
        onClose={() => setOffering(null)}
        title={`Offer to ${offering?.candidate.name ?? ''}`}
      >
        {offering ? (
          <ExtendOfferForm
            candidacyId={offering.id}
            version={offering.version}
            candidateName={offering.candidate.name}
            zone={zone}
            onDone={() => setOffering(null)}
            onCancel={() => setOffering(null)}
          />
        ) : null}
      </Modal>
      <Modal opened={editing} onClose={editor.close} title="Edit the mandate">
        <EditSearchForm search={search} onDone={editor.close} LeadField={UserSelect} TeamField={UsersSelect} />
      </Modal>
      <AddToSearch
        search={search}
        opened={adding}
        onCancel={() => {
          adder.close();
          addButton.current?.focus();
        }}
        onAdded={(card) => {
          adder.close();
          setAdded({ id: card.id });
        }}
      />
    </div>
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
