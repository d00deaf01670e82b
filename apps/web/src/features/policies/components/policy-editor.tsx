import { Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Moment } from '../../../components/moment';
import { SaveBar } from '../../../components/save-bar';
import { Loaded } from '../../../components/states';
import type { PolicyView } from '../../../lib/answers';
import { notifyDone } from '../../../lib/notify';
import { ApiProblem, isStale, sentenceOf } from '../../../lib/problem';
import { useEditPolicy, usePolicyVersions, type EditPolicy, type Place } from '../api/policies';
import { Limits, type PolicyDraft, type Typed } from './limits';
import classes from './policy-editor.module.css';

interface PolicyEditorProps {
  place: Place;
  view: PolicyView;
  draft: PolicyDraft;
  onDraft: (draft: PolicyDraft) => void;
}

const BUDGET = 'stageBudgets.';

/** The limits of one layer: what holds, where it comes from, and what this layer says itself. */
export function PolicyEditor({ place, view, draft, onDraft }: PolicyEditorProps) {
  const edit = useEditPolicy(place);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const changes = Object.keys(draft).length;
  const type = (field: string, value: Typed, before: Typed): void => {
    const { [field]: _, ...others } = draft;
    const { [field]: __, ...left } = problems;
    setProblems(left);
    onDraft(value === before ? others : { ...others, [field]: value });
  };
  const save = (): void =>
    edit.mutate(
      { version: view.version, settings: toSettings(draft) },
      {
        onSuccess: () => {
          setProblems({});
          onDraft({});
          notifyDone('Saved. The searches affected are being checked again.');
        },
        onError: (error) => {
          if (isStale(error)) return;
          const fields = error instanceof ApiProblem ? error.fields : [];
          setProblems(Object.fromEntries(fields.map(({ field, message }) => [field, message])));
        },
      },
    );
  return (
    <Stack gap="lg">
      <Limits view={view} draft={draft} problems={problems} onType={view.allowed.edit ? type : undefined} />
      <SaveBar
        changes={changes}
        effect="The searches affected will be checked again; nobody is notified twice."
        // a limit that was not touched, or another layer, may be in the way: the sentence stands here too
        problem={edit.error && !isStale(edit.error) ? sentenceOf(edit.error) : null}
        saving={edit.isPending}
        onSave={save}
        onDiscard={() => {
          setProblems({});
          edit.reset();
          onDraft({});
        }}
      />
      <Versions place={place} />
    </Stack>
  );
}

function Versions({ place }: { place: Place }) {
  const versions = usePolicyVersions(place);
  return (
    <section aria-label="Versions">
      <Title order={2} size="h3" mb={6}>
        Versions
      </Title>
      <Loaded query={versions}>
        {(items) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              Nothing has been set here yet.
            </Text>
          ) : (
            <ol className={classes['versions']}>
              {items.map(({ version, at, by, changes: sentences }) => (
                <li key={version}>
                  <Text size="xs" c="dimmed">
                    Version {version}, <Moment at={at} /> by {by?.name ?? 'the system'}
                  </Text>
                  {sentences.map((sentence) => (
                    <Text size="sm" key={sentence}>
                      {sentence}
                    </Text>
                  ))}
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}

function toSettings(draft: PolicyDraft): EditPolicy['settings'] {
  const entries = Object.entries(draft);
  const limits = entries.filter(([field]) => !field.startsWith(BUDGET));
  const budgets = entries.filter(([field]) => field.startsWith(BUDGET));
  return {
    ...Object.fromEntries(limits),
    ...(budgets.length > 0
      ? {
          stageBudgets: Object.fromEntries(
            budgets.map(([field, days]) => [field.slice(BUDGET.length), Number(days) || null]),
          ),
        }
      : {}),
  };
}
