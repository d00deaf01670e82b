import { CloseButton, Drawer } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { Loaded } from '../../components/states';
import { CandidateSummary } from '../../features/candidates/components/candidate-summary';
import { InterviewList } from '../../features/interviews/components/interview-list';
import { OfferCard } from '../../features/offers/components/offer-card';
import { useCandidacy } from '../../features/pipeline/api/find-candidacy';
import { cardElementId } from '../../features/pipeline/components/columns';
import { History } from '../../features/pipeline/components/history';
import { Placement } from '../../features/placements/components/placement';
import { TaskList } from '../../features/tasks/components/task-list';
import type { Candidacy, Card } from '../../lib/answers';
import classes from './candidacy-panel.module.css';
import { CardActions } from './card-actions';
import { useMoveToInterviews } from './move-to-interviews';
import { CardFlag, CardHeader, CardStanding } from './card-details';
import { useRoomBeside } from './room-beside';

interface CandidacyPanelProps {
  candidacyId: string | undefined;
  zone: string;
  /** the card that keys led to: the focus stays where it is */
  walked: RefObject<string | null>;
  onClose: () => void;
  onOffer: (card: Card) => void;
}

/** A card opened beside its board, which stays to be used; over it where there is no room. */
export function CandidacyPanel(props: CandidacyPanelProps) {
  const { candidacyId, onClose } = props;
  const beside = useRoomBeside();
  if (beside) return candidacyId ? <Beside {...props} candidacyId={candidacyId} /> : null;
  return (
    <Drawer.Root
      opened={candidacyId !== undefined}
      onClose={onClose}
      position="right"
      size={520}
      padding={0}
      returnFocus={false}
      classNames={{ content: classes['panel'] ?? '' }}
    >
      <Drawer.Overlay backgroundOpacity={0.18} />
      <Drawer.Content aria-label="Card">
        <Drawer.Body data-open-card>
          {candidacyId ? <PanelBody {...props} candidacyId={candidacyId} /> : null}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

type OpenPanelProps = CandidacyPanelProps & { candidacyId: string };

function Beside(props: OpenPanelProps) {
  const panel = useRef<HTMLElement>(null);
  useFocusBeside(panel, props);
  useEscape(props.onClose);
  return (
    <section ref={panel} className={classes['beside']} role="dialog" aria-label="Card" tabIndex={-1} data-open-card>
      <PanelBody {...props} />
    </section>
  );
}

/** An opened card takes the focus, one that keys led to leaves it where it was; closed, it goes back to the card. */
function useFocusBeside(panel: RefObject<HTMLElement | null>, { candidacyId, walked }: OpenPanelProps): void {
  const shown = useRef(candidacyId);
  useEffect(() => {
    shown.current = candidacyId;
    if (panel.current) panel.current.scrollTop = 0;
    if (walked.current !== candidacyId) panel.current?.focus({ preventScroll: true });
    walked.current = null;
  }, [candidacyId, panel, walked]);
  useEffect(
    () => () => {
      const card = document.getElementById(cardElementId(shown.current));
      card?.focus();
    },
    [],
  );
}

/** As a drawer has it, also from the board; a menu or a field that is open closes by itself first. */
function useEscape(onClose: () => void): void {
  useWindowEvent('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    const target = event.target as HTMLElement;
    if (target.dataset['mantineStopPropagation'] === 'true') return;
    if (target.closest('[aria-modal=true], [role=menu], [role=listbox], [data-portal]')) return;
    onClose();
  });
}

function PanelBody({ candidacyId, onClose, ...rest }: OpenPanelProps) {
  return (
    <div className={classes['body']}>
      <CloseButton className={classes['close']} onClick={onClose} aria-label="Close the card" data-autofocus />
      <Opened key={candidacyId} candidacyId={candidacyId} {...rest} />
    </div>
  );
}

function Opened({ candidacyId, ...rest }: Pick<OpenPanelProps, 'candidacyId' | 'zone' | 'onOffer'>) {
  const candidacy = useCandidacy(candidacyId);
  return <Loaded query={candidacy}>{(record) => <Panel candidacy={record} {...rest} />}</Loaded>;
}

function Panel({ candidacy, zone, onOffer }: Pick<CandidacyPanelProps, 'zone' | 'onOffer'> & { candidacy: Candidacy }) {
  const { card, search, offers } = candidacy;
  const { candidate, flags, allowed } = card;
  const offerMove = useMoveToInterviews(candidacy);
  return (
    <>
      <CardHeader candidacy={candidacy} />
      <CardStanding candidacy={candidacy} zone={zone} />
      <CardActions candidacy={candidacy} onOffer={onOffer} />
      {flags.map((flag) => (
        <CardFlag key={flag.id} flag={flag} searchId={search.id} />
      ))}
      <Section title="Interviews">
        {/* whoever may be moved may be interviewed */}
        <InterviewList candidacyId={card.id} maySet={allowed.moveTo.length > 0} zone={zone} onSet={offerMove} />
      </Section>
      <Section title="Tasks">
        <TaskList about={{ searchId: search.id, candidateId: candidate.id }} none="No tasks yet." />
      </Section>
      {offers.length > 0 ? (
        <Section title="Offers">
          {offers.map((offer) => (
            <OfferCard key={offer.id} offer={offer} zone={zone} placement={<Placement offer={offer} zone={zone} />} />
          ))}
        </Section>
      ) : null}
      <Section title="Profile">
        <CandidateSummary candidateId={candidate.id} />
      </Section>
      <Section title="History">
        <History candidacy={candidacy} zone={zone} />
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = `panel-${title.toLowerCase()}`;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
