import { Alert, Button, Text } from '@mantine/core';
import { Criteria } from '../../../components/brief/criteria';
import { type BriefDraft, isOvertaken, rowsOf, toSave, written } from '../../../components/brief/criteria-draft';
import { CriteriaRows } from '../../../components/brief/criteria-rows';
import { SubmitBar } from '../../../components/form/submit-bar';
import type { Search } from '../../../lib/answers';
import { notifyProblem, notifyUndo } from '../../../lib/notify';
import { isStale, sentenceOf } from '../../../lib/problem';
import { useEditSearch } from '../api/edit-search';

export const NO_CRITERIA = 'No criteria have been recorded for this search.';

interface CriteriaEditorProps {
  search: Search;
  draft: BriefDraft;
  onDraft: (draft: BriefDraft) => void;
  onDone: () => void;
}

export function CriteriaEditor({ search, draft, onDraft, onDone }: CriteriaEditorProps) {
  const edit = useEditSearch(search.id);
  const rows = draft.rows ?? rowsOf(search.criteria);
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
      <CriteriaRows
        rows={rows}
        focusFirst={search.criteria.length === 0}
        onRows={(next) => onDraft(written(draft, next, search.criteria))}
      />
      {isOvertaken(draft, search.criteria) ? <Theirs search={search} onTake={onDone} /> : null}
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
      <Criteria criteria={search.criteria} none={NO_CRITERIA} />
      <Button variant="default" size="xs" mt="sm" onClick={onTake}>
        Keep theirs
      </Button>
    </Alert>
  );
}
