import { ActionIcon, Alert, Button, Checkbox, Select, Text, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { SubmitBar } from '../../../components/form/submit-bar';
import type { Criterion, Search } from '../../../lib/answers';
import { notifyProblem, notifyUndo } from '../../../lib/notify';
import { isStale, sentenceOf } from '../../../lib/problem';
import { CRITERION, options } from '../../../lib/words';
import { useEditSearch } from '../api/edit-search';
import classes from './criteria-editor.module.css';
import { Criteria } from './criteria';
import {
  added,
  type BriefDraft,
  changed,
  type DraftRow,
  isOvertaken,
  removed,
  rowsOf,
  shifted,
  toSave,
  written,
} from './criteria-draft';

interface CriteriaEditorProps {
  search: Search;
  draft: BriefDraft;
  onDraft: (draft: BriefDraft) => void;
  onDone: () => void;
}

export function CriteriaEditor({ search, draft, onDraft, onDone }: CriteriaEditorProps) {
  const edit = useEditSearch(search.id);
  const [fresh, setFresh] = useState<number | null>(search.criteria.length === 0 ? 0 : null);
  const rows = draft.rows ?? rowsOf(search.criteria);
  const put = (next: readonly DraftRow[]): void => onDraft(written(draft, next, search.criteria));
  const add = (): void => {
    const next = added(rows);
    setFresh(next.at(-1)?.key ?? null);
    put(next);
  };
  const save = (): void =>
    edit.mutate(
      { version: search.version, criteria: toSave(rows) },
      {
        onSuccess: (saved) => {
          onDone();
          notifyUndo('The brief is saved.', () =>
            edit.mutate({ version: saved.version, criteria: search.criteria }, { onError: notifyProblem }),
          );
        },
      },
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ol className={classes['rows']}>
        {rows.map((row, index) => (
          <CriterionRow
            key={row.key}
            row={row}
            number={index + 1}
            last={index + 1 === rows.length}
            focused={row.key === fresh}
            onChange={(change) => put(changed(rows, row.key, change))}
            onMove={(step) => put(shifted(rows, row.key, step))}
            onRemove={() => put(removed(rows, row.key))}
          />
        ))}
      </ol>
      {isOvertaken(draft, search.criteria) ? <Theirs search={search} onTake={onDone} /> : null}
      <Button variant="default" size="xs" my="sm" leftSection={<IconPlus size={15} />} onClick={add}>
        Add a criterion
      </Button>
      {edit.error && !isStale(edit.error) ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {sentenceOf(edit.error)}
        </Text>
      ) : null}
      <SubmitBar label="Save the brief" size="xs" pending={edit.isPending} onCancel={onDone} />
    </form>
  );
}

/** What somebody else has saved meanwhile. */
function Theirs({ search, onTake }: { search: Search; onTake: () => void }) {
  return (
    <Alert color="yellow" my="sm" title="Someone else has saved the brief meanwhile">
      <Text size="sm" mb="xs">
        It now says what stands here. Yours is not saved; saving puts it in the place of theirs.
      </Text>
      <Criteria criteria={search.criteria} />
      <Button variant="default" size="xs" mt="sm" onClick={onTake}>
        Keep theirs
      </Button>
    </Alert>
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
