import { Paper, Text } from '@mantine/core';
import { Definition } from '../../../components/definition';
import type { PipelineHealth } from '../../../lib/answers';
import { count } from '../../../lib/words';
import classes from './health.module.css';

type Figures = PipelineHealth['timeToOffer'];

const DEFINITION =
  'From the opening of a search to its first offer extended, not counting days on hold. Searches without an offer yet count ' +
  'as still waiting (Kaplan-Meier), so that the figure is not flattered by the quick ones.';

const whole = (days: number): string => Math.round(days).toLocaleString('en-GB');

/** The censoring-aware median beside the market's figure and the mean of completed searches, each with its n. */
export function TimeToOffer({ figures }: { figures: Figures }) {
  const { medianDays, lowDays, highDays, completedMeanDays, marketDays, searches, episodes, offers, sentence } =
    figures;
  const missing = missingMedian(searches);
  const scale = Math.max(marketDays, medianDays ?? 0, completedMeanDays ?? 0, highDays ?? 0) * 1.08;
  return (
    <Paper p="lg">
      <div className={classes['median']}>
        <span className={classes['number']}>{medianDays === null ? missing : `${whole(medianDays)} days`}</span>
        <Definition>{DEFINITION}</Definition>
      </div>
      <Text size="sm" c="dimmed">
        {medianDays === null ? '' : `median${interval(lowDays, highDays)} · `}
        {episodes > searches ? `${count(episodes, 'episode')} of ` : ''}
        {count(searches, 'search', 'searches')}, {count(offers, 'offer')}
      </Text>
      <dl className={classes['compare']}>
        <Compared
          label="Our median, open searches included"
          days={medianDays}
          scale={scale}
          missing={missing.toLowerCase()}
          own={searches > 0}
        />
        <Compared
          label="Only searches that had an offer, mean"
          days={completedMeanDays}
          scale={scale}
          missing="no offer yet"
        />
        <Compared label="Market figure for 2026 (reported by Lever; an average)" days={marketDays} scale={scale} />
      </dl>
      <Text size="sm" mt="md">
        {sentence}
      </Text>
    </Paper>
  );
}

/** Of fewer searches the server claims no median. */
const FEWEST_SEARCHES = 5;

function missingMedian(searches: number): string {
  if (searches === 0) return 'No searches yet';
  return searches < FEWEST_SEARCHES ? `Too few to say: ${searches}` : 'Not half of them yet';
}

function interval(low: number | null, high: number | null): string {
  if (low === null) return '';
  return high === null
    ? `, unlikely to be less than ${whole(low)} days`
    : `, by chance anything from ${whole(low)} to ${whole(high)} days`;
}

interface ComparedProps {
  label: string;
  days: number | null;
  scale: number;
  own?: boolean;
  /** what stands there instead of a number */
  missing?: string;
}

function Compared({ label, days, scale, own, missing }: ComparedProps) {
  const share = days === null ? (own ? 1 : 0) : days / scale;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className={classes['track']} aria-hidden>
          <span
            data-own={own || undefined}
            data-open={days === null || undefined}
            style={{ width: `${share * 100}%` }}
          />
        </span>
        <span className={classes['days']}>{days === null ? missing : `${whole(days)} days`}</span>
      </dd>
    </div>
  );
}
