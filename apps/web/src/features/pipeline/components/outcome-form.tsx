import { Input, SegmentedControl, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DraftNote } from '../../../components/form/draft-note';
import { SubmitBar } from '../../../components/form/submit-bar';
import type { Candidacy } from '../../../lib/answers';
import { notifyDone } from '../../../lib/notify';
import { useDraft } from '../../../lib/use-draft';
import { OUTCOME, OUTCOME_BY, OUTCOME_REASONS } from '../../../lib/words';
import { useChangeCandidacy, type Outcome } from '../api/change-candidacy';

export function OutcomeForm({ candidacy, onDone }: { candidacy: Candidacy; onDone: () => void }) {
  const change = useChangeCandidacy(candidacy);
  const { outcomes } = candidacy.card.allowed;
  const form = useForm<Outcome & { reason: string }>({
    initialValues: { outcome: outcomes[0] ?? 'withdrawn', by: 'candidate', reason: '' },
    validate: { reason: (value) => (value ? null : 'Choose a reason: the firm learns from it.') },
  });
  const draft = useDraft(`outcome ${candidacy.card.id}`, form, () => form.isDirty());
  const submit = form.onSubmit((values) => {
    draft.forget();
    change.mutate(
      { verb: 'end', ...values },
      {
        onError: draft.keep,
        onSuccess: () => {
          notifyDone(
            `${candidacy.card.candidate.name}: ${OUTCOME[values.outcome].toLowerCase()}. Reactivate the card to undo it.`,
          );
          onDone();
        },
      },
    );
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <DraftNote draft={draft} />
        <Input.Wrapper label="What happened" labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label="What happened"
            size="xs"
            data={outcomes.map((value) => ({ value, label: OUTCOME[value] }))}
            {...form.getInputProps('outcome')}
          />
        </Input.Wrapper>
        <Input.Wrapper label="Who decided" labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label="Who decided"
            size="xs"
            data={Object.entries(OUTCOME_BY).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('by')}
          />
        </Input.Wrapper>
        <Select label="Why" required data={OUTCOME_REASONS} {...form.getInputProps('reason')} />
        <SubmitBar
          label="Record the outcome"
          size="xs"
          pending={change.isPending}
          onCancel={() => {
            draft.forget();
            onDone();
          }}
        />
      </Stack>
    </form>
  );
}
