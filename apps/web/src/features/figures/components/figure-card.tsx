import { Button } from '@mantine/core';
import { createContext, useContext, useState, type ReactNode } from 'react';
import { count } from '../../../lib/words';
import { Card, TableButton } from './card';
import { FigureTable, type TableOf } from './figure-table';
import { TheirSearches } from './their-searches';
import type { Figures } from './said';

interface FigureCardProps {
  name: FigureName;
  title: string;
  figure: Pick<Figures['timeToOffer'], 'definition' | 'searches' | 'searchIds' | 'words'>;
  /** how many it counts, where that is not the searches */
  counted?: string | undefined;
  headline?: ReactNode;
  /** what is seen where there is enough to see */
  children: ReactNode;
  /** what the picture says, in one sentence */
  sentence?: string | undefined;
  table: TableOf;
}

export type FigureName = Exclude<keyof Figures, 'at' | 'named'>;

interface Onward {
  /** the file of a figure's table */
  file: (name: FigureName) => ReactNode;
  named: Figures['named'];
}

/** What leads on from a figure. */
export const OnwardFrom = createContext<Onward>({ file: () => null, named: [] });

/** A figure with its definition, its picture, a sentence and the same as a table. Words take the place of what cannot be said. */
export function FigureCard({ name, title, figure, counted, headline, children, sentence, table }: FigureCardProps) {
  const { file, named } = useContext(OnwardFrom);
  const [open, setOpen] = useState<'table' | 'searches'>();
  const asTable = open === 'table';
  const { definition, searches, words } = figure;
  const ofSearches = count(searches, 'search', 'searches');
  return (
    <Card
      title={title}
      definition={definition}
      counted={counted ? `${counted} of ${ofSearches}` : ofSearches}
      headline={words ?? headline}
      picture={words ? null : children}
      sentence={searches > 0 ? sentence : undefined}
      foot={
        <>
          {table.rows.length > 0 && !words ? (
            <TableButton shown={asTable} onClick={() => setOpen(asTable ? undefined : 'table')} />
          ) : null}
          {searches > 0 ? (
            <>
              {file(name)}
              <Button
                variant="subtle"
                size="xs"
                aria-expanded={open === 'searches'}
                onClick={() => setOpen(open === 'searches' ? undefined : 'searches')}
              >
                {open === 'searches' ? 'Hide the searches' : 'Their searches'}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      {open === 'searches' ? <TheirSearches label={title} figure={figure} named={named} /> : null}
      {asTable && !words ? <FigureTable label={title} table={table} /> : null}
    </Card>
  );
}
