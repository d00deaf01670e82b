import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import classes from './figures.module.css';
import type { Figures } from './said';

interface TheirSearchesProps {
  label: string;
  figure: Pick<Figures['timeToOffer'], 'searches' | 'searchIds'>;
  named: Figures['named'];
}

/** The searches that a figure comes from, as many of them as are named. */
export function TheirSearches({ label, figure: { searches, searchIds }, named }: TheirSearchesProps) {
  const known = new Map(named.map((search) => [search.id, search]));
  return (
    // reached by keyboard, because it scrolls
    <div className={classes['table']} tabIndex={0} role="region" aria-label={`${label}: the searches`}>
      {searches > searchIds.length ? (
        <Text size="sm" c="dimmed">
          The {searchIds.length} opened last of {searches}.
        </Text>
      ) : null}
      <ul className={classes['searches']}>
        {searchIds.flatMap((id) => {
          const search = known.get(id);
          return search ? (
            <li key={id}>
              <Link to="/searches/$searchId" params={{ searchId: id }}>
                {search.title}
              </Link>
              , {[search.clientName, search.ref, search.leadName].filter(Boolean).join(' · ')}
            </li>
          ) : (
            []
          );
        })}
      </ul>
    </div>
  );
}
