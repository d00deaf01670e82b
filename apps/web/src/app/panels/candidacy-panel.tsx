import { CloseButton, Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { Loaded } from '../../components/states';
import { CandidateSummary } from '../../features/candidates/components/candidate-summary';
import { InterviewList } from '../../features/interviews/components/interview-list';
import { OfferCard } from '../../features/offers/components/offer-card';
import { useCandidacy } from '../../features/pipeline/api/find-candidacy';
import { History } from '../../features/pipeline/components/history';
import { Placement } from '../../features/placements/components/placement';
import { TaskList } from '../../features/tasks/components/task-list';
import type { Candidacy, Card } from '../../lib/answers';
import classes from './candidacy-panel.module.css';
import { CardActions } from './card-actions';
import { useMoveToInterviews } from './move-to-interviews';
import { CardFlag, CardHeader, CardStanding } from './card-details';

interface CandidacyPanelProps {
  candidacyId: string | undefined;
  zone: string;
  onClose: () => void;
  onOffer: (card: Card) => void;
}

/** A card opened at the side of its board. */
export function CandidacyPanel({ candidacyId, zone, onClose, onOffer }: CandidacyPanelProps) {
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
        <Drawer.Body>
          {candidacyId ? (
            <PanelBody key={candidacyId} candidacyId={candidacyId} zone={zone} onClose={onClose} onOffer={onOffer} />
          ) : null}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function PanelBody({ candidacyId, onClose, ...rest }: CandidacyPanelProps & { candidacyId: string }) {
  const candidacy = useCandidacy(candidacyId);
  return (
    <div className={classes['body']}>
      <CloseButton className={classes['close']} onClick={onClose} aria-label="Close the card" data-autofocus />
      <Loaded query={candidacy}>{(record) => <Panel candidacy={record} {...rest} />}</Loaded>
    </div>
  );
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
