import { Button, Paper, Text, Title } from '@mantine/core';
import { IconInfoCircle, IconTable } from '@tabler/icons-react';
import { createContext, useContext, useId, useState, type ReactNode } from 'react';
import { count } from '../../../lib/words';
import classes from './figures.module.css';
import { FigureTable, type TableOf } from './figure-table';
import { TheirSearches } from './their-searches';
import type { Figures } from './said';
import { Tip } from '../../../components/tip';

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
  const id = useId();
  const { file, named } = useContext(OnwardFrom);
  const [open, setOpen] = useState<'table' | 'searches'>();
  const asTable = open === 'table';
  const { definition, searches, words } = figure;
  return (
    <Paper component="section" className={classes['card']} aria-labelledby={id}>
      <div className={classes['head']}>
        <Title order={2} id={id}>
          {title}
        </Title>
        <Tip label={definition} tap>
          <button type="button" className={classes['info']} aria-label={`Definition: ${definition}`}>
            <IconInfoCircle size={18} aria-hidden />
          </button>
        </Tip>
      </div>
      <Text size="sm" c="dimmed">
        {counted ? `${counted} of ${count(searches, 'search', 'searches')}` : count(searches, 'search', 'searches')}
      </Text>
      {(words ?? headline) ? <p className={classes['headline']}>{words ?? headline}</p> : null}
      {words ? null : <div className={classes['picture']}>{children}</div>}
      {sentence && searches > 0 ? (
        <Text size="sm" mt="sm">
          {sentence}
        </Text>
      ) : null}
      <div className={classes['foot']}>
        {table.rows.length > 0 && !words ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconTable size={14} />}
            aria-expanded={asTable}
            onClick={() => setOpen(asTable ? undefined : 'table')}
          >
            {asTable ? 'Hide the table' : 'As a table'}
          </Button>
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
      </div>
      {open === 'searches' ? <TheirSearches label={title} figure={figure} named={named} /> : null}
      {asTable && !words ? <FigureTable label={title} table={table} /> : null}
    </Paper>
  );
}
