import { ActionIcon, NativeSelect, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Judged } from './newcomers';
import classes from './paste-list.module.css';
import { choicesOf, FIELDS, reasonOf, type Row } from './plan';
import type { ListedField } from './read-list';

interface ListedPeopleProps {
  rows: readonly Row[];
  judged: readonly Judged[];
  intoSearch: boolean;
  onChange: (key: number, changes: Partial<Row>) => void;
  onRemove: (key: number) => void;
}

/** What was understood of each line, to be put right, and what would become of it. */
export function ListedPeople({ rows, judged, ...rest }: ListedPeopleProps) {
  const fields = (Object.keys(FIELDS) as ListedField[]).filter(
    (field) => field === 'name' || field === 'email' || rows.some((row) => row[field] !== ''),
  );
  return (
    <table className={classes['rows']} aria-label="People of the list">
      <thead>
        <tr>
          <th scope="col">#</th>
          {fields.map((field) => (
            <th key={field} scope="col">
              {FIELDS[field]}
            </th>
          ))}
          <th scope="col">What becomes of them</th>
          <th scope="col">
            <VisuallyHidden>Leave out</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <ListedRow key={row.key} row={row} number={at + 1} judged={judged[at]} fields={fields} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

interface ListedRowProps extends Pick<ListedPeopleProps, 'intoSearch' | 'onChange' | 'onRemove'> {
  row: Row;
  number: number;
  judged: Judged | undefined;
  fields: readonly ListedField[];
}

function ListedRow({ row, number, judged, fields, intoSearch, onChange, onRemove }: ListedRowProps) {
  const wrong = new Set(judged?.problems.map(({ field }) => field));
  return (
    <tr>
      <td>
        <Text size="xs" c="dimmed" mt={6}>
          {number}
        </Text>
      </td>
      {fields.map((field) => (
        <td key={field}>
          <span className={classes['label']} aria-hidden>
            {FIELDS[field]}
          </span>
          <TextInput
            size="xs"
            aria-label={`${FIELDS[field]} of row ${number}`}
            defaultValue={row[field]}
            error={wrong.has(field)}
            maxLength={2_000}
            onBlur={({ currentTarget: { value } }) => {
              if (value !== row[field]) onChange(row.key, { [field]: value });
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              onChange(row.key, { [field]: event.currentTarget.value });
            }}
          />
        </td>
      ))}
      <td className={classes['state']}>
        <Becomes row={row} number={number} judged={judged} intoSearch={intoSearch} onChange={onChange} />
      </td>
      <td>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Leave out row ${number}`}
          onClick={() => onRemove(row.key)}
        >
          <IconX size={15} />
        </ActionIcon>
      </td>
    </tr>
  );
}

function Becomes({ row, number, judged, intoSearch, onChange }: Omit<ListedRowProps, 'fields' | 'onRemove'>) {
  if (!judged) return null;
  const choices = choicesOf(judged, intoSearch);
  const reason = reasonOf(judged);
  return (
    <>
      {judged.state === 'new' ? (
        <Text size="sm" mt={4} c="var(--sl-ok)">
          New
        </Text>
      ) : null}
      {judged.problems.map(({ field, sentence }) => (
        <Text key={field} size="xs" c="var(--mantine-color-error)" mt={4}>
          {sentence}
        </Text>
      ))}
      {choices.length > 0 ? (
        <NativeSelect
          size="xs"
          aria-label={`Who row ${number} is`}
          data={choices}
          value={choices.find(({ value }) => value === row.choice)?.value ?? choices[0]?.value ?? ''}
          onChange={(event) => onChange(row.key, { choice: event.currentTarget.value })}
        />
      ) : null}
      {reason ? (
        <Text size="xs" c="dimmed" mt={2}>
          {reason}
        </Text>
      ) : null}
    </>
  );
}
