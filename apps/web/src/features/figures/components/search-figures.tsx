import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type ComponentProps } from 'react';
import { Loaded, Waiting } from '../../../components/states';
import type { Answer } from '../../../lib/answers';
import { count } from '../../../lib/words';
import { useSearchFigures } from '../api/search-figures';
import { Bars, Legend } from './bars';
import { Card, TableButton } from './card';
import { FigureTable, type TableOf } from './figure-table';
import { days } from './said';
import { Swimlanes, type Desk } from './swimlanes';

type SearchFigures = Answer<'/api/searches/{id}/figures'>;

const DESKS: Record<Desk, { name: string; tone: string }> = {
  firm: { name: 'Firm', tone: 'var(--sl-ring-fresh)' },
  client: { name: 'Client', tone: 'var(--sl-ring-amber)' },
  candidate: { name: 'Candidate', tone: 'light-dark(#2f9e75, #4fb98f)' },
  hold: { name: 'On hold', tone: 'var(--sl-ring-stopped)' },
};
const IN_ORDER = Object.keys(DESKS) as Desk[];
const WITHIN = { name: 'Within budget', tone: 'light-dark(#2f9e75, #4fb98f)' };
const OVER = { name: 'Over budget', tone: 'var(--sl-ring-red)' };
const NO_BUDGET = { name: 'No budget', tone: 'var(--sl-ring-stopped)' };

const SAID: Record<Desk, string> = {
  firm: 'the firm’s',
  client: 'the client’s',
  candidate: 'the candidate’s',
  hold: 'on hold',
};
const inWords = new Intl.ListFormat('en-GB');

const saidDesks = (of: SearchFigures['days']): string =>
  inWords.format(
    IN_ORDER.filter((desk) => of[desk] > 0).map(
      (desk, i) => `${days(of[desk])} ${i === 0 ? 'were ' : ''}${SAID[desk]}`,
    ),
  );

/** The tab of a search: on whose desk its days were spent, and how long people stood in each stage. */
export function SearchFiguresTab({ searchId }: { searchId: string }) {
  const figures = useSearchFigures(searchId);
  return (
    <Loaded query={figures} waiting={<Waiting rows={3} height={90} />}>
      {(data) => (
        <Stack gap="lg" maw={980}>
          <WhoseDesk figures={data} searchId={searchId} />
          <Stages stages={data.stages} />
        </Stack>
      )}
    </Loaded>
  );
}

function WhoseDesk({ figures, searchId }: { figures: SearchFigures; searchId: string }) {
  const { definition, ageDays, days: of, people, inPlay, openedAt, stretches, words } = figures;
  const sentence = `Of ${days(ageDays)} days, ${saidDesks(of)}.`;
  const rows = [{ name: 'The search', of, age: ageDays }, ...people.map(ofPerson)];
  return (
    <TabledCard
      title="Whose desk"
      definition={definition}
      counted={count(inPlay, 'person in play', 'people in play')}
      headline={`${days(ageDays)} days${of.hold > 0 ? `, ${days(ageDays - of.hold)} net of holds` : ''}`}
      sentence={`${sentence}${inPlay > people.length ? ` The last ${people.length} people are shown.` : ''}`}
      table={{
        heads: ['Days of', ...IN_ORDER.map((desk) => DESKS[desk].name), 'Together'],
        rows: rows.map(({ name, of: own, age }) => [
          name,
          ...IN_ORDER.map((desk) => own[desk].toFixed(1)),
          age.toFixed(1),
        ]),
      }}
    >
      <Swimlanes
        desks={DESKS}
        openedAt={openedAt}
        lastDay={ageDays}
        lanes={[
          { key: 'search', name: 'The search', label: sentence, stretches },
          ...people.map((person) => ({
            key: person.candidacyId,
            name: (
              <Anchor
                size="sm"
                renderRoot={(props) => (
                  <Link
                    {...props}
                    to="/searches/$searchId"
                    params={{ searchId }}
                    search={(before) => ({ ...before, candidacy: person.candidacyId })}
                  />
                )}
              >
                {person.candidateName}
              </Anchor>
            ),
            label: `${person.candidateName}: ${saidDesks(person.days)}.`,
            stretches: person.stretches,
          })),
        ]}
      />
      {words ? (
        <Text size="sm" c="dimmed" mt="sm">
          {words}.
        </Text>
      ) : null}
      <Legend parts={IN_ORDER.map((desk) => DESKS[desk])} />
    </TabledCard>
  );
}

const ofPerson = ({ candidateName: name, days: of }: SearchFigures['people'][number]) => ({
  name,
  of,
  age: IN_ORDER.reduce((sum, desk) => sum + of[desk], 0),
});

function Stages({ stages }: { stages: SearchFigures['stages'] }) {
  const over = stages.reduce((sum, stage) => sum + stage.overBudget, 0);
  const stays = stages.reduce((sum, stage) => sum + stage.stays, 0);
  return (
    <TabledCard
      title="Time in stages"
      definition="Stays of people in play, in working days at the office without those on hold; over budget once the working days of the stage are used up."
      counted={count(stays, 'stay')}
      headline={stays === 0 ? 'Nobody has come into play yet' : `${over} of ${stays} over budget`}
      table={{
        heads: ['Stage', 'Budget', 'Stays', 'Go on', 'Over budget', 'Longest'],
        rows: stages.map(({ label, budgetDays, stays: all, standing, overBudget, longestDays }) => [
          label,
          budgetDays ?? '–',
          all,
          standing,
          overBudget,
          longestDays,
        ]),
      }}
    >
      {stays === 0 ? null : (
        <>
          <Bars
            rows={stages.map(({ label, budgetDays, stays: all, overBudget, longestDays }) => ({
              name: label,
              said: `longest ${longestDays} d${budgetDays === null ? '' : `, budget ${budgetDays} d`}`,
              parts: [
                { ...(budgetDays === null ? NO_BUDGET : WITHIN), count: all - overBudget },
                { ...OVER, count: overBudget },
              ],
            }))}
          />
          <Legend parts={[WITHIN, OVER]} />
        </>
      )}
    </TabledCard>
  );
}

interface TabledCardProps extends Omit<ComponentProps<typeof Card>, 'picture' | 'foot'> {
  table: TableOf;
}

/** A card whose children are its picture, and can be read as a table. */
function TabledCard({ table, children, ...card }: TabledCardProps) {
  const [asTable, setAsTable] = useState(false);
  const foot = table.rows.length > 0 ? <TableButton shown={asTable} onClick={() => setAsTable(!asTable)} /> : null;
  return (
    <Card {...card} picture={children} foot={foot}>
      {asTable ? <FigureTable label={card.title} table={table} /> : null}
    </Card>
  );
}
