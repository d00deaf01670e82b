import { Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { SubmitBar } from '../../../components/form/submit-bar';
import type { Candidacy } from '../../../lib/answers';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone } from '../../../lib/notify';
import { stagesQuery } from '../../../lib/stages-query';
import { useMoveCandidacy } from '../api/move-candidacy';

/** Moves somebody away from their board; the next stage is proposed. */
export function MoveForm({ candidacy, onDone }: { candidacy: Candidacy; onDone: () => void }) {
  const { card, search } = candidacy;
  const { data } = useQuery(stagesQuery);
  const stages = [...(data?.items ?? []), ...(data?.archived ?? [])];
  const move = useMoveCandidacy(search.id);
  const here = stages.find(({ id }) => id === card.stageId)?.position ?? 0;
  const possible = stages.filter(({ id }) => card.allowed.moveTo.includes(id));
  const next = possible.find(({ position }) => position > here)?.id ?? null;
  const form = useForm<{ stageId: string | null }>({ initialValues: { stageId: null } });
  const stageId = form.values.stageId ?? next;
  const submit = form.onSubmit(() => {
    const to = possible.find(({ id }) => id === stageId);
    if (!to) return form.setFieldError('stageId', 'Choose a stage.');
    return move.mutate(
      { card, toStageId: to.id },
      {
        onError: (error) => problemToForm(form, error),
        onSuccess: () => {
          notifyDone(`${card.candidate.name} moved to ${to.label}.`);
          onDone();
        },
      },
    );
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select
          label={`Move ${card.candidate.name} to`}
          description={
            next ? 'An offer is extended, not moved to.' : 'From here an offer leads on; by a move it goes back.'
          }
          data={possible.map(({ id, label }) => ({ value: id, label }))}
          allowDeselect={false}
          autoFocus
          {...form.getInputProps('stageId')}
          value={stageId}
        />
        <SubmitBar label="Move" size="xs" pending={move.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
