import { IconTimeline } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Filter, FilterBar } from '../../../components/filters';
import { List } from '../../../components/list';
import { Timeline } from '../../../components/timeline/timeline';
import type { TimelineKind } from '../../../lib/answers';
import { options } from '../../../lib/words';
import { timelineQuery, type TimelineOf } from '../api/timeline';
import { Happening } from './happening';

interface HappeningsProps {
  of: TimelineOf;
  zone?: string;
  /** While nothing has happened. */
  none: string;
}

const KIND: Record<TimelineKind, string> = {
  activity: 'Calls, mails and notes',
  move: 'Moves',
  interview: 'Interviews',
  offer: 'Offers and placements',
  outcome: 'Outcomes',
  search: 'Openings, holds and closings',
};

/** Everything that happened with something, the newest first, page by page. */
export function Happenings({ of, zone, none }: HappeningsProps) {
  const [kind, setKind] = useState<TimelineKind | undefined>(undefined);
  const query = useInfiniteQuery(timelineQuery(of, kind));
  return (
    <>
      <FilterBar>
        <Filter label="Kind" width={220} data={options(KIND)} value={kind} onChange={setKind} />
      </FilterBar>
      <List
        query={query}
        one="entry"
        many="entries"
        none={{ icon: <IconTimeline size={28} />, title: 'Nothing has happened yet', sentence: none }}
        filtered={
          kind && {
            title: 'Nothing of this kind',
            sentence: `${KIND[kind]}: there are none here.`,
            showAll: () => setKind(undefined),
          }
        }
        rows={(rows) => (
          <Timeline>
            {rows.map((entry) => (
              <Happening key={entry.id} entry={entry} of={of} zone={zone} />
            ))}
          </Timeline>
        )}
      />
    </>
  );
}
