import { ActionIcon, Button, Checkbox, Select, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Criterion } from '../../lib/answers';
import { CRITERION, options } from '../../lib/words';
import { added, changed, type DraftRow, removed, shifted } from './criteria-draft';
import classes from './criteria-rows.module.css';

interface CriteriaRowsProps {
  rows: readonly DraftRow[];
  onRows: (rows: readonly DraftRow[]) => void;
  /** the first row is there to be written */
  focusFirst?: boolean;
}

/** A brief while it is written, in order of weight. */
export function CriteriaRows({ rows, onRows, focusFirst = false }: CriteriaRowsProps) {
  const [fresh, setFresh] = useState<number | null>(focusFirst ? 0 : null);
  const add = (): void => {
    const next = added(rows);
    setFresh(next.at(-1)?.key ?? null);
    onRows(next);
  };
  return (
    <>
      <ol className={classes['rows']}>
        {rows.map((row, index) => (
          <CriterionRow
            key={row.key}
            row={row}
            number={index + 1}
            last={index + 1 === rows.length}
            focused={row.key === fresh}
            onChange={(change) => onRows(changed(rows, row.key, change))}
            onMove={(step) => onRows(shifted(rows, row.key, step))}
            onRemove={() => onRows(removed(rows, row.key))}
          />
        ))}
      </ol>
      <Button variant="default" size="xs" my="sm" leftSection={<IconPlus size={15} />} onClick={add}>
        Add a criterion
      </Button>
    </>
  );
}

interface CriterionRowProps {
  row: DraftRow;
  number: number;
  last: boolean;
  /** just added: it is written next */
  focused: boolean;
  onChange: (change: Partial<Criterion>) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}

function CriterionRow({ row, number, last, focused, onChange, onMove, onRemove }: CriterionRowProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const pressed = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  // a row that is put elsewhere in the list loses the focus on its way
  useEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  }, [number]);
  const press = (step: -1 | 1, button: HTMLButtonElement): void => {
    pressed.current = button;
    onMove(step);
  };
  return (
    <li className={classes['row']}>
      <Textarea
        ref={field}
        className={classes['text']}
        aria-label={`Criterion ${number}`}
        placeholder="What somebody has to bring"
        autosize
        minRows={1}
        maxLength={500}
        value={row.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <Select
        size="xs"
        className={classes['kind']}
        aria-label={`Kind of criterion ${number}`}
        data={options(CRITERION)}
        allowDeselect={false}
        value={row.kind}
        onChange={(kind) => onChange({ kind: (kind ?? row.kind) as Criterion['kind'] })}
      />
      <Checkbox
        size="xs"
        label="Must have"
        checked={row.mustHave}
        onChange={(event) => onChange({ mustHave: event.currentTarget.checked })}
      />
      <span className={classes['acts']}>
        <Arrow number={number} step={-1} isEnd={number === 1} onPress={press} />
        <Arrow number={number} step={1} isEnd={last} onPress={press} />
        <ActionIcon variant="subtle" color="gray" aria-label={`Remove criterion ${number}`} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </span>
    </li>
  );
}

interface ArrowProps {
  number: number;
  step: -1 | 1;
  /** there is no further */
  isEnd: boolean;
  onPress: (step: -1 | 1, button: HTMLButtonElement) => void;
}

function Arrow({ number, step, isEnd, onPress }: ArrowProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={`Move criterion ${number} ${step < 0 ? 'up' : 'down'}`}
      aria-disabled={isEnd || undefined}
      data-disabled={isEnd || undefined}
      onClick={(event) => {
        if (!isEnd) onPress(step, event.currentTarget);
      }}
    >
      {step < 0 ? <IconArrowUp size={16} /> : <IconArrowDown size={16} />}
    </ActionIcon>
  );
}
