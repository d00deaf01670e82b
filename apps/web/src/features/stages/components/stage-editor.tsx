import { Button, Paper, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { SaveBar } from '../../../components/save-bar';
import type { Stages } from '../../../lib/answers';
import { notifyProblem, notifyUndo } from '../../../lib/notify';
import { ApiProblem, isStale, sentenceOf } from '../../../lib/problem';
import { useKept } from '../../../lib/use-kept';
import { useEditStages } from '../api/stages';
import {
  changeCount,
  changedTo,
  moved,
  NOTHING,
  shownStages,
  toSave,
  without,
  type ShownStage,
  type StageDraft,
} from './draft';
import { StageRow } from './stage-row';
import classes from './stages.module.css';

const EFFECT = 'Boards follow at once; the clocks of running searches are checked again, and nobody is notified twice.';

/** The process of the firm, for those who may change it. */
export function StageEditor({ stages }: { stages: Stages }) {
  const { draft, setDraft, shown, problems, edit, save, discard } = useStageEdit(stages);
  return (
    <>
      <InUse stages={stages} draft={draft} shown={shown} problems={problems} onDraft={setDraft} />
      <Archived
        stages={stages.archived.filter(({ id }) => !draft.restored.includes(id))}
        onRestore={(id) => setDraft({ ...draft, restored: [...draft.restored, id] })}
      />
      <SaveBar
        changes={changeCount(stages, draft, shown)}
        effect={EFFECT}
        problem={edit.error && !isStale(edit.error) ? sentenceOf(edit.error) : null}
        saving={edit.isPending}
        onSave={save}
        onDiscard={discard}
      />
    </>
  );
}

function useStageEdit(stages: Stages) {
  const [draft, setDraft] = useKept('stages', NOTHING);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const edit = useEditStages();
  const shown = shownStages(stages, draft);
  const save = (): void =>
    edit.mutate(
      { version: stages.version, stages: toSave(shown) },
      {
        onSuccess: ({ version }) => {
          setProblems({});
          setDraft(NOTHING);
          notifyUndo('The stages are saved.', () =>
            edit.mutate({ version, stages: toSave(stages.items) }, { onError: notifyProblem }),
          );
        },
        onError: (error) => setProblems(isStale(error) ? {} : problemsOf(error)),
      },
    );
  const discard = (): void => {
    setProblems({});
    edit.reset();
    setDraft(NOTHING);
  };
  return { draft, setDraft, shown, problems, edit, save, discard };
}

const problemsOf = (error: unknown): Record<string, string> =>
  Object.fromEntries((error instanceof ApiProblem ? error.fields : []).map(({ field, message }) => [field, message]));

interface InUseProps {
  stages: Stages;
  draft: StageDraft;
  shown: readonly ShownStage[];
  problems: Readonly<Record<string, string>>;
  onDraft: (draft: StageDraft) => void;
}

function InUse({ stages, draft, shown, problems, onDraft }: InUseProps) {
  const [said, setSaid] = useState('');
  const [fresh, setFresh] = useState<string | null>(null);
  const savedOf = ({ id }: ShownStage) => [...stages.items, ...stages.archived].find((stage) => stage.id === id);
  const move = (stage: ShownStage, step: -1 | 1): void => {
    onDraft(moved(shown, draft, stage.key, step));
    setSaid(`${stage.label} is now ${shown.indexOf(stage) + 1 + step} of ${shown.length}`);
  };
  const add = (): void => {
    const key = `new ${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
    setFresh(key);
    onDraft({ ...draft, added: [...draft.added, key] });
  };
  return (
    <Paper p="lg" component="section" aria-label="Stages in use">
      <ol className={classes['stages']}>
        {shown.map((stage, index) => (
          <StageRow
            key={stage.key}
            stage={stage}
            number={index + 1}
            last={index + 1 === shown.length}
            focused={stage.key === fresh}
            problem={problems[`stages.${index}.label`] ?? problems[`stages.${index}.kind`]}
            onChange={(change) => onDraft(changedTo(draft, stage, savedOf(stage), change))}
            onMove={(step) => move(stage, step)}
            onArchive={() => onDraft(without(draft, stage))}
          />
        ))}
      </ol>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <Button variant="default" size="xs" mt="md" leftSection={<IconPlus size={15} />} onClick={add}>
        Add a stage
      </Button>
    </Paper>
  );
}

function Archived({ stages, onRestore }: { stages: Stages['archived']; onRestore: (id: string) => void }) {
  if (stages.length === 0) return null;
  return (
    <Paper p="lg" mt="lg" component="section" aria-labelledby="archived">
      <Title order={2} id="archived" mb={4}>
        Archived
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        Nobody is put there any more. Past moves still name them, and whoever is left there keeps their column.
      </Text>
      <ul className={classes['stages']}>
        {stages.map(({ id, label }) => (
          <li key={id} className={classes['archived']}>
            <Text size="sm">{label}</Text>
            <Button variant="subtle" size="compact-sm" onClick={() => onRestore(id)} aria-label={`Bring back ${label}`}>
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
