import { Paper, Text, Title } from '@mantine/core';
import type { Answer } from '../../../lib/answers';
import { count } from '../../../lib/words';
import { Legend } from './bars';
import { FigureTable } from './figure-table';
import classes from './figures.module.css';
import { saidDays } from './said';
import { StepCurve } from './step-curve';

type Both = Answer<'/api/figures/side-by-side'>;
const TONES = ['var(--sl-ring-fresh)', 'var(--sl-ring-amber)'] as const;
const NAMES = ['First', 'Second'] as const;

/** Two selections in one picture, and whether they differ by more than chance. */
export function SideBySide({ both, names }: { both: Both; names: readonly [string, string] }) {
  const sides = [both.one, both.other].map((side, i) => ({
    ...side,
    tone: TONES[i] ?? '',
    short: NAMES[i] ?? '',
    name: names[i] ?? '',
  }));
  const drawn = sides.filter(({ steps }) => steps.length > 0);
  return (
    <Paper component="section" className={classes['card']} aria-labelledby="side-by-side">
      <Title order={2} id="side-by-side">
        Side by side
      </Title>
      <Text size="sm" c="dimmed">
        {both.definition}
      </Text>
      <p className={classes['headline']}>
        {both.test.p === null ? 'No test' : `p = ${both.test.p < 0.001 ? '< 0.001' : both.test.p.toFixed(3)}`}
      </p>
      <Text size="sm">{both.sentence}</Text>
      {drawn.length > 0 ? (
        <div className={classes['picture']}>
          <StepCurve
            label={`The shares of two selections still waiting for an offer, by day. ${both.sentence}`}
            series={drawn.map((side) => ({ name: side.short.toLowerCase(), curve: side, tone: side.tone }))}
          />
        </div>
      ) : null}
      <Legend parts={sides.map(({ short, name, tone }) => ({ name: `${short}: ${name}`, tone }))} />
      <FigureTable
        label="Side by side"
        table={{
          heads: ['Selection', 'Searches', 'Offers', 'Expected if alike', 'Median days', '95 % from', 'to'],
          rows: sides.map((side) => [
            side.short,
            side.episodes > side.searches ? `${side.searches} (${count(side.episodes, 'episode')})` : side.searches,
            side.offers,
            side.expected.toFixed(1),
            side.words ?? (side.medianDays === null ? 'not reached' : saidDays(side.medianDays)),
            saidDays(side.lowDays),
            saidDays(side.highDays),
          ]),
        }}
      />
    </Paper>
  );
}
