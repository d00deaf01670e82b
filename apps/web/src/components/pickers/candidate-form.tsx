import '@mantine/dates/styles.layer.css';
import { MultiSelect, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useMemo } from 'react';
import { SubmitBar } from '../form/submit-bar';
import { PossibleDuplicate, usePossibleDuplicate } from '../possible-duplicate';
import { AskedToBeForgotten, type KeepReason, useForgotten } from '../asked-to-be-forgotten';
import type { Candidate } from '../../lib/answers';
import type { Anyway } from '../../lib/anyway';
import { countryOptions } from '../../lib/countries';
import { localDate } from '../../lib/dates';
import { emptyAsNull, problemToForm } from '../../lib/form-problem';
import { LAYER, options, SIGNAL } from '../../lib/words';
import { useZone } from '../../lib/session';
import { useNow } from '../../lib/use-now';
import type { NewCandidate } from './candidates';

interface CandidateFormProps {
  start?: Partial<Candidate>;
  submitLabel: string;
  pending: boolean;
  onSubmit: (values: NewCandidate & Anyway, refused: (error: unknown) => void) => void;
  onCancel: () => void;
}

interface Values {
  name: string;
  title: string;
  employer: string;
  email: string;
  phone: string;
  profileUrl: string;
  city: string;
  country: string | null;
  layer: NonNullable<Candidate['layer']> | null;
  signals: Candidate['signals'];
  source: string;
  inMarketSince: string | null;
  despiteErasure: KeepReason | null;
}

export function CandidateForm(props: CandidateFormProps) {
  const { submitLabel, pending, onCancel } = props;
  const countries = useMemo(countryOptions, []);
  const { form, submit, refusal, duplicate } = useCandidateForm(props);
  const today = localDate(useNow(), useZone());
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.stopPropagation();
        submit()(event);
      }}
    >
      <Stack>
        <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label="Title" {...form.getInputProps('title')} />
          <TextInput label="Employer" {...form.getInputProps('employer')} />
          <TextInput label="Email" type="email" {...form.getInputProps('email')} />
          <TextInput label="Phone" type="tel" {...form.getInputProps('phone')} />
          <TextInput label="City" {...form.getInputProps('city')} />
          <Select label="Country" data={countries} searchable clearable {...form.getInputProps('country')} />
        </SimpleGrid>
        <TextInput label="Profile link" type="url" {...form.getInputProps('profileUrl')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select label="Execution layer" data={options(LAYER)} clearable {...form.getInputProps('layer')} />
          <MultiSelect label="Background" data={options(SIGNAL)} {...form.getInputProps('signals')} />
          <TextInput label="Source" {...form.getInputProps('source')} />
          <DateInput
            label="In the market since"
            description="If known, the window starts then"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            valueFormat="D MMM YYYY"
            maxDate={today}
            clearable
            {...form.getInputProps('inMarketSince')}
          />
        </SimpleGrid>
        <AskedToBeForgotten refusal={refusal} submitLabel={submitLabel} input={form.getInputProps('despiteErasure')} />
        <PossibleDuplicate
          refusal={duplicate}
          anyway={props.start?.id ? 'Save anyway' : 'Add anyway'}
          pending={pending}
          onAnyway={() => submit({ force: true })()}
        />
        <SubmitBar label={submitLabel} pending={pending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

function useCandidateForm({ start = {}, onSubmit }: CandidateFormProps) {
  const forgotten = useForgotten();
  const duplicate = usePossibleDuplicate();
  const form = useForm<Values>({
    initialValues: {
      name: start.name ?? '',
      title: start.title ?? '',
      employer: start.employer ?? '',
      email: start.email ?? '',
      phone: start.phone ?? '',
      profileUrl: start.profileUrl ?? '',
      city: start.city ?? '',
      country: start.country ?? null,
      layer: start.layer ?? null,
      signals: start.signals ?? [],
      source: start.source ?? '',
      inMarketSince: start.inMarketSince ?? null,
      despiteErasure: null,
    },
    validate: { name: (value) => (value.trim() ? null : 'Enter a name.') },
  });
  const refused = (error: unknown): void => {
    const isHeard = [forgotten.hear(error), duplicate.hear(error)].includes(true);
    if (!isHeard) problemToForm(form, error);
  };
  const submit = (anyway: Anyway = {}) =>
    form.onSubmit(({ despiteErasure, ...values }) => {
      const kept = despiteErasure ? { despiteErasure } : {};
      const name = values.name.trim();
      onSubmit({ ...emptyAsNull(values), ...kept, ...anyway, name }, refused);
    });
  return { form, submit, refusal: forgotten.refusal, duplicate: duplicate.refusal };
}
