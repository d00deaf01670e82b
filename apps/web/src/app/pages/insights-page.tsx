import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { ExportMenu } from '../../components/export-menu';
import { narrowed } from '../../components/filters';
import { ListBar, type Narrowing } from '../../components/list-bar';
import { Moment } from '../../components/moment';
import { Page } from '../../components/page';
import { Loaded } from '../../components/states';
import { useFigures, useSideBySide, type AskedFigures } from '../../features/figures/api/figures';
import { type FigureName, OnwardFrom } from '../../features/figures/components/figure-card';
import classes from '../../features/figures/components/figures.module.css';
import { PlacedByCard } from '../../features/figures/components/placed-by-card';
import { LoadCard, LostCard, OpenSearchesCard } from '../../features/figures/components/running-cards';
import type { Figures } from '../../features/figures/components/said';
import { OfferAcceptanceCard, PlacementRateCard } from '../../features/figures/components/share-cards';
import { SideBySide } from '../../features/figures/components/side-by-side';
import { PassthroughCard, TimeInStageCard } from '../../features/figures/components/stage-cards';
import { TimeToOfferCard } from '../../features/figures/components/time-to-offer-card';
import type { InsightsParams } from '../search-params';
import { changeOther, otherOf, useFigureNarrowings } from './figure-narrowings';

const route = getRouteApi('/app/insights');

export function InsightsPage() {
  const params = route.useSearch();
  const navigate = route.useNavigate();
  const { leadId, clientId, officeId, roleKey, practice, openedFrom, openedTo, compare } = params;
  const asked: AskedFigures = { leadId, clientId, officeId, roleKey, practice, openedFrom, openedTo };
  const figures = useFigures(asked);
  const narrow = (change: Partial<InsightsParams>): void =>
    void navigate({ search: (before) => narrowed<InsightsParams>(before, change), replace: true });
  const narrowings = useFigureNarrowings(asked, narrow as (changes: AskedFigures) => void);
  const widen = (names: string[]): void => narrow(Object.fromEntries(names.map((name) => [name, undefined])));
  return (
    <Page
      title="Insights"
      about={
        figures.data ? (
          <>
            {saidOf(narrowings)}, as of <Moment at={figures.data.at} />
          </>
        ) : (
          'What the history of the firm says'
        )
      }
      actions={
        <Button
          variant="default"
          leftSection={<IconArrowsDiff size={16} />}
          aria-pressed={compare ?? false}
          onClick={() => narrow({ compare: compare ? undefined : true })}
        >
          {compare ? 'Stop comparing' : 'Compare two'}
        </Button>
      }
    >
      <ListBar narrowings={narrowings} widen={widen} />
      {compare ? <Comparison params={params} first={narrowings} narrow={narrow} /> : null}
      <Loaded query={figures}>
        {(data) => (
          <OnwardFrom value={{ file: (name) => <FileOf name={name} asked={asked} />, named: data.named }}>
            <Cards data={data} />
          </OnwardFrom>
        )}
      </Loaded>
    </Page>
  );
}

interface ComparisonProps {
  params: InsightsParams;
  first: readonly Narrowing[];
  narrow: (change: Partial<InsightsParams>) => void;
}

/** The selection above beside another one. */
function Comparison({ params, first, narrow }: ComparisonProps) {
  const { compare: _, ...both } = params;
  const query = useSideBySide(both);
  const change = changeOther(narrow);
  const second = useFigureNarrowings(otherOf(params), change);
  return (
    <Stack gap="xs" mb="lg">
      <Group gap="sm" align="flex-start">
        <Text size="sm" mt={8}>
          Beside
        </Text>
        <ListBar
          narrowings={second}
          widen={(names) => change(Object.fromEntries(names.map((name) => [name, undefined])) as AskedFigures)}
        />
      </Group>
      <Loaded query={query}>{(data) => <SideBySide both={data} names={[saidOf(first), saidOf(second)]} />}</Loaded>
    </Stack>
  );
}

function saidOf(narrowings: readonly Narrowing[]): string {
  const set = narrowings.flatMap(({ label, said }) => (said ? [`${label.toLowerCase()} ${said}`] : []));
  return set.length === 0 ? 'All searches' : `Searches: ${set.join(', ')}`;
}

function FileOf({ name, asked }: { name: FigureName; asked: AskedFigures }) {
  return <ExportMenu address="/api/figures/export" asked={{ ...asked, figure: name }} name={name} small />;
}

function Cards({ data }: { data: Figures }) {
  return (
    <div className={classes['grid']}>
      <TimeToOfferCard figure={data.timeToOffer} />
      <PlacedByCard figure={data.placedBy90} />
      <PassthroughCard figure={data.passthrough} />
      <TimeInStageCard figure={data.timeInStage} />
      <PlacementRateCard figure={data.placementRate} />
      <OpenSearchesCard figure={data.openSearches} />
      <LostCard figure={data.lostToMarket} />
      <OfferAcceptanceCard figure={data.offerAcceptance} />
      <LoadCard figure={data.load} />
    </div>
  );
}
