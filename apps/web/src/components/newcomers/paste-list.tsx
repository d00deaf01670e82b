import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { useDraft } from '../../lib/use-draft';
import { AT_ONCE } from '../../lib/in-parts';
import { count } from '../../lib/words';
import { DraftNote } from '../form/draft-note';
import { SubmitBar } from '../form/submit-bar';
import { ListedPeople } from './listed-people';
import { useAddNewcomers, useJudged } from './newcomers';
import { changed, personOf, planOf, type Row } from './plan';
import { readList } from './read-list';
import { useTold } from './use-told';

interface PasteListProps {
  /** Absent: they are added to the firm alone. */
  searchId?: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Several people at once: pasted, looked through, put right, added by one button. */
export function PasteList(props: PasteListProps) {
  const { form, draft, batch, judged, plan, settled, pending, read, change, remove, submit } = usePasteList(props);
  const { text, rows } = form.values;
  const known = plan.filter((person) => person?.candidateId).length;
  const all = plan.filter((person) => person !== null).length;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        submit();
      }}
    >
      <Stack gap="sm">
        <DraftNote draft={draft} />
        <ListField input={form.getInputProps('text')} text={text} hasRows={rows.length > 0} read={read} />
        {batch.length > 0 ? (
          <ListedPeople
            rows={batch}
            judged={judged}
            intoSearch={props.searchId !== undefined}
            onChange={change}
            onRemove={remove}
          />
        ) : null}
        <Text size="sm" c="dimmed" role="status">
          {batch.length > 0 && settled ? summary(all, known, batch.length - all, rows.length - batch.length) : ''}
        </Text>
        <SubmitBar
          label={all === 0 ? 'Add' : `Add ${count(all, 'person', 'people')}`}
          pending={pending}
          disabled={all === 0 || !settled}
          onCancel={() => {
            draft.forget();
            props.onCancel();
          }}
        />
      </Stack>
    </form>
  );
}

interface ListFieldProps {
  text: string;
  input: object;
  hasRows: boolean;
  /** whether somebody was found in it */
  read: (text: string) => boolean;
}

/** What is pasted is read at once, what is typed on demand. */
function ListField({ text, input, hasRows, read }: ListFieldProps) {
  return (
    <>
      <Textarea
        label="List"
        description="Cells of a spreadsheet, a line for each person, addresses of an email, or profile links"
        placeholder={hasRows ? 'Paste more' : 'Ada Example, Head of AI, Example Labs, ada@example.com'}
        autosize
        minRows={hasRows ? 1 : 5}
        maxRows={10}
        data-autofocus
        {...input}
        onPaste={(event) => {
          const { selectionStart, selectionEnd } = event.currentTarget;
          const pasted = event.clipboardData.getData('text/plain');
          if (read(text.slice(0, selectionStart) + pasted + text.slice(selectionEnd))) event.preventDefault();
        }}
      />
      {text.trim() === '' ? null : (
        <Group>
          <Button size="xs" variant="light" onClick={() => read(text)}>
            Read the list
          </Button>
        </Group>
      )}
    </>
  );
}

function summary(all: number, known: number, left: number, later: number): string {
  const parts = [
    count(all - known, 'new person', 'new people'),
    ...(known > 0 ? [`${known} known already`] : []),
    ...(left > 0 ? [`${left} left out`] : []),
  ];
  const rest = later > 0 ? ` ${AT_ONCE} go at once; ${count(later, 'more line follows', 'more lines follow')}.` : '';
  return `${parts.join(', ')}.${rest}`;
}

function usePasteList({ searchId, onDone }: PasteListProps) {
  const form = useForm<{ text: string; rows: Row[] }>({ initialValues: { text: '', rows: [] } });
  const draft = useDraft(`list ${searchId ?? ''}`, form, ({ text, rows }) => text.trim() !== '' || rows.length > 0);
  const { rows } = form.values;
  const batch = rows.slice(0, AT_ONCE);
  const { data, isPlaceholderData, isFetching } = useJudged(searchId, batch.map(personOf));
  const settled = data !== undefined && !isPlaceholderData && !isFetching && data.items.length === batch.length;
  const judged = batch.length > 0 ? (data?.items ?? []) : [];
  const plan = batch.map((row, at) => planOf(row, judged[at], searchId !== undefined));
  const add = useAddNewcomers(searchId);
  const tell = useTold(searchId !== undefined);
  const lastKey = useRef(0);
  const setRows = (next: Row[]): void => form.setFieldValue('rows', next);
  const read = (text: string): boolean => {
    const found = readList(text);
    const keyed = found.map((person): Row => {
      lastKey.current = Math.max(lastKey.current, ...rows.map(({ key }) => key)) + 1;
      return { ...person, key: lastKey.current, choice: null };
    });
    if (found.length > 0) form.setValues({ text: '', rows: [...rows, ...keyed] });
    return found.length > 0;
  };
  const submit = (): void => {
    const sent = batch.flatMap((row, at) => (plan[at] ? [{ row, person: plan[at] }] : []));
    if (sent.length === 0 || !settled) return;
    const cannotBe = batch.filter((_, at) => judged[at]?.state === 'refused');
    add.mutate(
      sent.map(({ person }) => person),
      {
        onSuccess: (added) => {
          tell(added);
          const refused = added.refused.flatMap(({ at }) => sent[at]?.row ?? []);
          const left = [...cannotBe, ...refused, ...rows.slice(AT_ONCE)];
          if (left.length > 0) return setRows(left);
          draft.forget();
          onDone();
        },
      },
    );
  };
  return {
    ...{ form, draft, batch, judged, plan, settled, pending: add.isPending, read, submit },
    change: (key: number, changes: Partial<Row>) =>
      setRows(rows.map((row) => (row.key === key ? changed(row, changes) : row))),
    remove: (key: number) => setRows(rows.filter((row) => row.key !== key)),
  };
}
