import { ActionIcon, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { IconArchive, IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { options, STAGE_KIND } from '../../../lib/words';
import type { ShownStage } from './draft';
import classes from './stages.module.css';

interface StageRowProps {
  stage: ShownStage;
  number: number;
  last: boolean;
  /** just added: its name is typed next */
  focused: boolean;
  problem: string | undefined;
  onChange: (change: Partial<Pick<ShownStage, 'label' | 'kind' | 'budgetWorkingDays'>>) => void;
  onMove: (step: -1 | 1) => void;
  onArchive: () => void;
}

export function StageRow({ stage, number, last, focused, problem, onChange, onMove, onArchive }: StageRowProps) {
  const name = stage.label || 'the new stage';
  const field = useRef<HTMLInputElement>(null);
  const pressed = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  // a row that is put elsewhere in the list loses the focus on its way
  useEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  }, [number]);
  const arrow = (step: -1 | 1, isEnd: boolean) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={`Move ${name} ${step < 0 ? 'up' : 'down'}`}
      aria-disabled={isEnd || undefined}
      data-disabled={isEnd || undefined}
      onClick={(event) => {
        if (isEnd) return;
        pressed.current = event.currentTarget;
        onMove(step);
      }}
    >
      {step < 0 ? <IconArrowUp size={16} /> : <IconArrowDown size={16} />}
    </ActionIcon>
  );
  return (
    <li className={classes['stage']}>
      <span className={classes['number']}>{number}</span>
      <TextInput
        ref={field}
        className={classes['name']}
        aria-label={`Name of stage ${number}`}
        placeholder="Name of the stage"
        maxLength={60}
        value={stage.label}
        error={problem}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
      />
      <Kind stage={stage} name={name} onChange={(kind) => onChange({ kind })} />
      <Budget stage={stage} name={name} onChange={(budgetWorkingDays) => onChange({ budgetWorkingDays })} />
      <span className={classes['acts']}>
        {arrow(-1, number === 1)}
        {arrow(1, last)}
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Archive ${name}`} onClick={onArchive}>
          <IconArchive size={16} />
        </ActionIcon>
      </span>
    </li>
  );
}

interface PartProps<Value> {
  stage: ShownStage;
  name: string;
  onChange: (value: Value) => void;
}

/** What a stage means is said once, when it is made: past moves meant it. */
function Kind({ stage: { id, kind }, name, onChange }: PartProps<ShownStage['kind']>) {
  if (id !== null)
    return (
      <Text size="sm" c="dimmed" className={classes['kind']}>
        {STAGE_KIND[kind]}
      </Text>
    );
  return (
    <Select
      className={classes['kind']}
      aria-label={`Kind of ${name}`}
      data={options(STAGE_KIND)}
      allowDeselect={false}
      value={kind}
      onChange={(value) => onChange((value ?? kind) as ShownStage['kind'])}
    />
  );
}

function Budget({ stage: { kind, budgetWorkingDays }, name, onChange }: PartProps<number | null>) {
  if (kind === 'sourcing' || kind === 'placed')
    return (
      <Text size="sm" c="dimmed" className={classes['budget']}>
        not judged
      </Text>
    );
  return (
    <NumberInput
      className={classes['budget']}
      aria-label={`Working days in ${name}`}
      placeholder="its share"
      suffix={budgetWorkingDays === 1 ? ' day' : ' days'}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      min={1}
      max={250}
      value={budgetWorkingDays ?? ''}
      onChange={(value) => onChange(typeof value === 'number' ? value : null)}
    />
  );
}
