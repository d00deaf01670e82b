import { count, HEALTH } from '../../../lib/words';
import { Bars, Legend } from './bars';
import { FigureCard } from './figure-card';
import type { Figures } from './said';

const HEALTHS = [
  { key: 'stalled', name: HEALTH.stalled, tone: 'var(--sl-ring-red)' },
  { key: 'atRisk', name: HEALTH.at_risk, tone: 'var(--sl-ring-amber)' },
  { key: 'onTrack', name: HEALTH.on_track, tone: 'light-dark(#2f9e75, #4fb98f)' },
  { key: 'onHold', name: HEALTH.on_hold, tone: 'var(--sl-ring-stopped)' },
] as const;

/** Running searches by age and health. */
export function OpenSearchesCard({ figure }: { figure: Figures['openSearches'] }) {
  const { ages, oldestDays } = figure;
  const stalled = ages.reduce((sum, band) => sum + band.stalled, 0);
  return (
    <FigureCard
      name="openSearches"
      title="Open searches by age"
      figure={figure}
      headline={`${figure.n} running`}
      sentence={
        oldestDays === null
          ? undefined
          : `The oldest has been open for ${count(oldestDays, 'day')}; ${stalled} of ${figure.n} are stalled.`
      }
      table={{
        heads: ['Age in days', ...HEALTHS.map(({ name }) => name)],
        rows: ages.map((band) => [bandName(band), ...HEALTHS.map(({ key }) => band[key])]),
      }}
    >
      <Bars
        rows={ages.map((band) => ({
          name: `${bandName(band)} days`,
          said: HEALTHS.reduce((sum, { key }) => sum + band[key], 0),
          parts: HEALTHS.map(({ key, name, tone }) => ({ name, tone, count: band[key] })),
        }))}
      />
      <Legend parts={HEALTHS} />
    </FigureCard>
  );
}

const bandName = ({ fromDay, toDay }: Figures['openSearches']['ages'][number]): string =>
  toDay === null ? `${fromDay} and more` : `${fromDay} to ${toDay}`;

/** Who leads what. */
export function LoadCard({ figure }: { figure: Figures['load'] }) {
  const { leads } = figure;
  const [most] = leads;
  return (
    <FigureCard
      name="load"
      title="Load per lead"
      figure={figure}
      headline={count(leads.length, 'lead')}
      sentence={
        most
          ? `${most.name} leads ${count(most.searches, 'running search', 'running searches')} with ${count(most.inPlay, 'candidate')} in play, the most.`
          : undefined
      }
      table={{
        heads: ['Lead', 'Running', 'Stalled', 'At risk', 'On hold', 'In play'],
        rows: leads.map(({ name, searches, stalled, atRisk, onHold, inPlay }) => [
          name,
          searches,
          stalled,
          atRisk,
          onHold,
          inPlay,
        ]),
      }}
    >
      <Bars
        rows={leads.slice(0, 12).map(({ name, searches, stalled, atRisk, onHold, inPlay }) => ({
          name,
          said: `${searches}, ${inPlay} in play`,
          parts: HEALTHS.map(({ key, name: health, tone }) => ({
            name: health,
            tone,
            count: { stalled, atRisk, onHold, onTrack: searches - stalled - atRisk - onHold }[key],
          })),
        }))}
      />
      <Legend parts={HEALTHS} />
    </FigureCard>
  );
}

const WEEK = 7;
const WEEKS = 4;

/** Who took another offer or was gone, week by week of the window. */
export function LostCard({ figure }: { figure: Figures['lostToMarket'] }) {
  const { n, days, withoutWindow } = figure;
  const inWeek = (week: number): number =>
    days
      .filter(({ day }) => Math.min(Math.max(0, Math.floor(day / WEEK)), WEEKS) === week)
      .reduce((sum, { candidates }) => sum + candidates, 0);
  const late = inWeek(WEEKS);
  return (
    <FigureCard
      name="lostToMarket"
      title="Lost to the market"
      figure={figure}
      counted={count(n, 'candidate')}
      headline={`${n} lost`}
      sentence={`${late} of ${n} went on day ${WEEK * WEEKS} of their window or later${withoutWindow > 0 ? `; ${withoutWindow} had no window` : ''}.`}
      table={{ heads: ['Day of the window', 'Candidates'], rows: days.map(({ day, candidates }) => [day, candidates]) }}
    >
      <Bars
        rows={Array.from({ length: WEEKS + 1 }, (_, week) => ({
          name: week === WEEKS ? `Day ${WEEK * WEEKS} and later` : `Day ${week * WEEK} to ${(week + 1) * WEEK - 1}`,
          said: inWeek(week),
          parts: [
            { name: 'Lost', tone: week === WEEKS ? 'var(--sl-ring-red)' : 'var(--sl-ring-amber)', count: inWeek(week) },
          ],
        }))}
      />
    </FigureCard>
  );
}
