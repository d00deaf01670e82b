import '@mantine/dates/styles.layer.css';
import { ActionIcon, Button, Fieldset, Group, NumberInput, Select, Slider, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { SearchPolicy, WhatIf } from '../../../lib/answers';
import { localDate, plainDate } from '../../../lib/dates';
import { useNow } from '../../../lib/use-now';
import { mergeChoices, set, type Supposed, type Supposition } from './what-if-changes';
import classes from './what-if.module.css';

/** The longest budget the slider reaches; more can be typed. */
const SLIDER_DAYS = 15;
const MOST_DAYS = 365;
/** Limits that move a flag by days; the others are a matter of policy, not of trying. */
const TRIED: readonly string[] = [
  'noProgressDays',
  'clientSilentStalledDays',
  'offerPendingDays',
  'decisionMakerDays',
  'windowWatchDay',
  'windowCloseDay',
];

interface WhatIfControlsProps {
  policy: SearchPolicy;
  people: WhatIf['people'];
  zone: string;
  supposition: Supposition;
  onChange: (next: Supposition) => void;
}

export function WhatIfControls({ policy, people, zone, supposition, onChange }: WhatIfControlsProps) {
  const { budgets, limits, merge } = supposition;
  const gone = merge?.split(' ')[1];
  return (
    <Stack gap="md">
      <Fieldset legend="Days a stage may take">
        {policy.stageBudgets.map(({ stageId, label, value }) =>
          value === null || stageId === gone ? null : (
            <Amount
              key={stageId}
              label={label}
              present={value}
              value={budgets[stageId] ?? value}
              max={SLIDER_DAYS}
              onChange={(days) => onChange({ ...supposition, budgets: set(budgets, stageId, days, value) })}
            />
          ),
        )}
        <Select
          mt="sm"
          size="xs"
          label="Merge two stages"
          placeholder="Keep all stages"
          clearable
          data={mergeChoices(policy.stageBudgets)}
          value={merge}
          onChange={(value) => onChange({ ...supposition, merge: value })}
        />
      </Fieldset>
      <Fieldset legend="Suppose this happens">
        <Suppose people={people} zone={zone} supposition={supposition} onChange={onChange} />
      </Fieldset>
      <Fieldset legend="Limits">
        {policy.settings.map(({ key, label, value, min, max }) =>
          typeof value !== 'number' || !TRIED.includes(key) ? null : (
            <Group key={key} justify="space-between" wrap="nowrap" gap="sm" mb={6}>
              <Text size="sm" id={`limit-${key}`}>
                {label}
              </Text>
              <NumberInput
                size="xs"
                w={84}
                aria-labelledby={`limit-${key}`}
                min={min}
                max={max}
                allowDecimal={false}
                value={limits[key] ?? value}
                onChange={(next) =>
                  typeof next === 'number' && next >= min && next <= max
                    ? onChange({ ...supposition, limits: set(limits, key, next, value) })
                    : undefined
                }
              />
            </Group>
          ),
        )}
      </Fieldset>
    </Stack>
  );
}

interface AmountProps {
  label: string;
  /** what holds */
  present: number;
  value: number;
  max: number;
  onChange: (value: number) => void;
}

function Amount({ label, present, value, max, onChange }: AmountProps) {
  return (
    <div className={classes['amount']}>
      <span className={classes['label']}>
        {label}
        {value === present ? null : <span className={classes['was']}> was {present}</span>}
      </span>
      <Slider
        size="sm"
        min={1}
        max={Math.max(max, value)}
        value={value}
        onChange={onChange}
        label={null}
        thumbLabel={`Working days in ${label}`}
      />
      <NumberInput
        size="xs"
        w={64}
        min={1}
        max={MOST_DAYS}
        allowDecimal={false}
        aria-label={`Working days in ${label}, as a number`}
        value={value}
        onChange={(next) => (typeof next === 'number' && next >= 1 && next <= MOST_DAYS ? onChange(next) : undefined)}
      />
    </div>
  );
}

const HAPPENS: Record<Supposed['kind'], string> = { offer: 'gets an offer', answer: 'gets the client’s answer' };

function Suppose({ people, zone, supposition, onChange }: Omit<WhatIfControlsProps, 'policy'>) {
  const now = useNow();
  const today = localDate(now, zone);
  const [candidacyId, setCandidacyId] = useState<string | null>(null);
  const [kind, setKind] = useState<Supposed['kind']>('offer');
  const [on, setOn] = useState<string | null>(today);
  const { supposed } = supposition;
  const add = (): void => {
    if (!candidacyId || !on) return;
    const others = supposed.filter((one) => one.candidacyId !== candidacyId || one.kind !== kind);
    onChange({ ...supposition, supposed: [...others, { kind, candidacyId, on }] });
    setCandidacyId(null);
  };
  return (
    <Stack gap="xs">
      <SupposedList people={people} supposition={supposition} onChange={onChange} />
      <Select
        size="xs"
        aria-label="Who"
        placeholder="Who"
        searchable
        data={people.map((one) => ({ value: one.candidacyId, label: one.name }))}
        value={candidacyId}
        onChange={setCandidacyId}
      />
      <Group gap="xs" wrap="nowrap">
        <Select
          size="xs"
          aria-label="What happens"
          allowDeselect={false}
          data={Object.entries(HAPPENS).map(([value, label]) => ({ value, label }))}
          value={kind}
          onChange={(value) => setKind(value === 'answer' ? 'answer' : 'offer')}
        />
        <DateInput
          size="xs"
          aria-label="On which day"
          valueFormat="ddd D MMM"
          minDate={today}
          value={on}
          onChange={setOn}
        />
        <Button size="xs" variant="default" onClick={add} disabled={!candidacyId || !on} style={{ flex: 'none' }}>
          Add
        </Button>
      </Group>
    </Stack>
  );
}

function SupposedList({
  people,
  supposition,
  onChange,
}: Pick<WhatIfControlsProps, 'people' | 'supposition' | 'onChange'>) {
  const now = useNow();
  const { supposed } = supposition;
  const nameOf = (id: string): string => people.find((one) => one.candidacyId === id)?.name ?? 'Someone';
  return supposed.map((one) => (
    <Group key={`${one.kind} ${one.candidacyId}`} gap={4} wrap="nowrap" justify="space-between">
      <Text size="sm">
        {nameOf(one.candidacyId)} {HAPPENS[one.kind]} on {plainDate(one.on, now)}
      </Text>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={`Remove: ${nameOf(one.candidacyId)} ${HAPPENS[one.kind]}`}
        onClick={() => onChange({ ...supposition, supposed: supposed.filter((other) => other !== one) })}
      >
        <IconX size={14} />
      </ActionIcon>
    </Group>
  ));
}
