import { count } from '../../../lib/words';
import { Ranges } from './bars';
import { FigureCard } from './figure-card';
import { percent, saidShare, type Figures } from './said';

/** What became of searches that are over, by when they were opened. */
export function PlacementRateCard({ figure }: { figure: Figures['placementRate'] }) {
  const { all, cohorts } = figure;
  const ended = all.placed + all.notPlaced;
  return (
    <FigureCard
      name="placementRate"
      title="Placement rate"
      figure={figure}
      counted={`${count(ended, 'ended episode')}`}
      headline={all.share === null ? 'Too few to say' : saidShare(all)}
      sentence={
        ended === 0
          ? `None has ended yet; ${all.open} go on.`
          : `Of ${ended} that have ended ${all.placed} were placed; ${all.open} go on and are not in the share.`
      }
      table={{
        heads: ['Opened', 'Placed', 'Ended otherwise', 'Go on', 'Share, 95 % interval'],
        rows: cohorts.map((cohort) => [
          cohort.opened ?? '',
          cohort.placed,
          cohort.notPlaced,
          cohort.open,
          saidShare(cohort),
        ]),
      }}
    >
      <Ranges
        most={1}
        rows={cohorts.slice(-8).map(({ opened, placed, notPlaced, share, low, high }) => ({
          name: opened ?? '',
          said: share === null ? `${placed} of ${placed + notPlaced}` : percent(share),
          low,
          middle: share,
          high,
        }))}
      />
    </FigureCard>
  );
}

export function OfferAcceptanceCard({ figure }: { figure: Figures['offerAcceptance'] }) {
  const { n, accepted, declined, expired, rescinded, pending, takenBack, share, low, high } = figure;
  const counts = { Accepted: accepted, Declined: declined, Expired: expired, Rescinded: rescinded, Undecided: pending };
  return (
    <FigureCard
      name="offerAcceptance"
      title="Offer acceptance"
      figure={figure}
      counted={count(n, 'decided offer')}
      headline={share === null ? 'Too few to say' : saidShare(figure)}
      sentence={`Of ${n} decided ${accepted} were accepted${takenBack > 0 ? `, ${takenBack} of them taken back later` : ''}; ${pending} are undecided.`}
      table={{ heads: ['Offers', 'Count'], rows: Object.entries(counts) }}
    >
      <Ranges
        most={1}
        rows={[{ name: 'Accepted', said: share === null ? '' : percent(share), low, middle: share, high }]}
      />
    </FigureCard>
  );
}
