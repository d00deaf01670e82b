import { Button, Paper, Text, Title } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { Definition } from '../../../components/definition';
import classes from './figures.module.css';

interface CardProps {
  title: string;
  definition: string;
  /** how many it counts */
  counted: string;
  headline: ReactNode;
  picture: ReactNode;
  /** what the picture says, in one sentence */
  sentence?: string | undefined;
  foot: ReactNode;
  /** what was asked for at the foot */
  children: ReactNode;
}

/** A picture with its definition and a sentence. */
export function Card({ title, definition, counted, headline, picture, sentence, foot, children }: CardProps) {
  const id = useId();
  return (
    <Paper component="section" className={classes['card']} aria-labelledby={id}>
      <div className={classes['head']}>
        <Title order={2} id={id}>
          {title}
        </Title>
        <Definition>{definition}</Definition>
      </div>
      <Text size="sm" c="dimmed">
        {counted}
      </Text>
      {headline ? <p className={classes['headline']}>{headline}</p> : null}
      {picture ? <div className={classes['picture']}>{picture}</div> : null}
      {sentence ? (
        <Text size="sm" mt="sm">
          {sentence}
        </Text>
      ) : null}
      <div className={classes['foot']}>{foot}</div>
      {children}
    </Paper>
  );
}

export function TableButton({ shown, onClick }: { shown: boolean; onClick: () => void }) {
  return (
    <Button variant="default" size="xs" leftSection={<IconTable size={14} />} aria-expanded={shown} onClick={onClick}>
      {shown ? 'Hide the table' : 'As a table'}
    </Button>
  );
}
