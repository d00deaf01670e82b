import { count } from '../../../lib/words';
import { FigureCard } from './figure-card';
import classes from './figures.module.css';
import { days, percent, type Figures } from './said';
import { StepCurve } from './step-curve';

type Figure = Figures['timeToOffer'];

/** How long a search waits for its first offer: the curve, and what happened beside the market's average of what happened. */
export function TimeToOfferCard({ figure }: { figure: Figure }) {
  const { medianDays, lowDays, highDays, completedMeanDays, marketDays, offers, episodes, sentence, whyLonger, steps } =
    figure;
  const headline = medianDays === null ? 'Median not reached yet' : `${days(medianDays)} days median`;
  return (
    <FigureCard
      name="timeToOffer"
      title="Time to offer"
      figure={figure}
      counted={`${count(episodes, 'episode')}, ${count(offers, 'offer')},`}
      headline={headline}
      sentence={[sentence, whyLonger].filter(Boolean).join(' ')}
      table={{
        heads: ['Day', 'At risk', 'Offers', 'Still waiting', '95 % from', 'to'],
        rows: steps.map(({ day, atRisk, events, waiting, low, high }) => [
          day.toFixed(1),
          atRisk,
          events,
          percent(waiting),
          low === null ? '–' : percent(low),
          high === null ? '–' : percent(high),
        ]),
      }}
    >
      <dl className={classes['beside']}>
        <div>
          <dt>Median, 95 % interval</dt>
          <dd>
            {lowDays === null
              ? 'not known yet'
              : `${days(lowDays)} to ${highDays === null ? 'not reached' : `${days(highDays)} days`}`}
          </dd>
        </div>
        <div>
          <dt>{offers === 0 ? 'Mean of those with an offer' : `Mean of the ${offers} with an offer`}</dt>
          <dd>{completedMeanDays === null ? 'none yet' : `${days(completedMeanDays)} days`}</dd>
        </div>
        <div>
          <dt>Market, mean of offers (Lever, 2026)</dt>
          <dd>{marketDays} days</dd>
        </div>
      </dl>
      {steps.length > 0 ? (
        <div className={classes['picture']}>
          <StepCurve
            label={`The share of searches still waiting for an offer, by day. ${sentence}`}
            series={[{ name: 'all', curve: figure, tone: 'var(--sl-ring-fresh)' }]}
          />
        </div>
      ) : null}
    </FigureCard>
  );
}
