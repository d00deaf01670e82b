import { Badge, NumberInput, Select, Table, Text } from '@mantine/core';
import { TablePaper } from '../../../components/table-paper';
import type { PolicyBudget, PolicySetting, PolicyView } from '../../../lib/answers';
import { inWords, ORIGIN, UNIT } from './words';
import classes from './limits.module.css';

export type Typed = number | boolean | null;
/** What was typed and is not saved, by field; null takes a limit back. Budgets go by `stageBudgets.<stage>`. */
export type PolicyDraft = Readonly<Record<string, Typed>>;

interface LimitsProps {
  view: PolicyView;
  draft: PolicyDraft;
  problems: Readonly<Record<string, string>>;
  /** absent: to be looked at only */
  onType?: ((field: string, value: Typed, before: Typed) => void) | undefined;
}

export function Limits(props: LimitsProps) {
  const { view } = props;
  return (
    <>
      <LimitTable {...props} label="Limits" what="Limit" rows={view.settings.map((row) => settingRow(row))} />
      <LimitTable
        {...props}
        label="Budgets of the stages"
        what="Budget of a stage"
        rows={view.stageBudgets.filter(({ settable }) => settable).map(budgetRow)}
      />
    </>
  );
}

interface Row {
  field: string;
  label: string;
  about: string | null;
  unit: PolicySetting['unit'];
  value: number | boolean | null;
  origin: PolicyBudget['origin'] | PolicySetting['origin'];
  wider: { value: number | boolean | null; origin: PolicyBudget['origin'] | PolicySetting['origin'] } | null;
  min: number;
  max: number;
}

const settingRow = ({ key, ...rest }: PolicySetting): Row => ({ field: key, ...rest });
const budgetRow = ({ stageId, label, value, origin, wider }: PolicyBudget): Row => ({
  ...{ field: `stageBudgets.${stageId}`, label, value, origin, wider },
  ...{ about: null, unit: 'working_days', min: 1, max: 250 },
});

interface LimitTableProps extends LimitsProps {
  rows: Row[];
  label: string;
  what: string;
}

function LimitTable({ rows, label, what, view, draft, problems, onType }: LimitTableProps) {
  return (
    <TablePaper minWidth={onType ? 720 : 300} label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{what}</Table.Th>
          {onType ? <Table.Th w={230}>Set here</Table.Th> : null}
          <Table.Th w={onType ? 240 : what === 'Limit' ? '42%' : '64%'}>Holds now</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.field} className={classes['row']}>
            <Table.Td>
              <Text size="sm" fw={560} id={`limit-${row.field}`}>
                {row.label}
              </Text>
              {row.about ? (
                <Text size="xs" c="dimmed">
                  {row.about}
                </Text>
              ) : null}
            </Table.Td>
            {onType ? (
              <Table.Td>
                <LimitField row={row} scope={view.scope} draft={draft} problem={problems[row.field]} onType={onType} />
              </Table.Td>
            ) : null}
            <Table.Td>
              <div className={classes['holds']}>
                <span>{inWords(row.unit, row.value)}</span>
                <Badge className={classes['origin']} data-own={row.origin === view.scope || undefined}>
                  {ORIGIN[row.origin]}
                </Badge>
              </div>
              {row.wider ? (
                <Text size="xs" c="dimmed">
                  otherwise {inWords(row.unit, row.wider.value).toLowerCase()} ({ORIGIN[row.wider.origin].toLowerCase()}
                  )
                </Text>
              ) : null}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </TablePaper>
  );
}

interface LimitFieldProps {
  row: Row;
  scope: PolicyView['scope'];
  draft: PolicyDraft;
  problem: string | undefined;
  onType: NonNullable<LimitsProps['onType']>;
}

/** Empty means: nothing is said here, the wider layer holds. */
function LimitField({ row, scope, draft, problem, onType }: LimitFieldProps) {
  const { field, label, unit, value, origin, wider, min, max } = row;
  const own = origin === scope ? value : null;
  const inherited = origin === scope ? (wider?.value ?? null) : value;
  const typed = field in draft ? (draft[field] ?? null) : own;
  const type = (next: Typed): void => onType(field, next, own);
  if (unit === 'yes_no')
    return (
      <Select
        size="xs"
        aria-label={`${label}, set here`}
        data={[
          { value: 'wider', label: `Not set (${inWords(unit, inherited).toLowerCase()})` },
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        value={typed === null ? 'wider' : typed ? 'yes' : 'no'}
        allowDeselect={false}
        onChange={(next) => type(next === 'wider' ? null : next === 'yes')}
        error={problem}
      />
    );
  return (
    <NumberInput
      size="xs"
      aria-label={`${label}, set here`}
      placeholder={`not set (${String(inherited ?? 'none')})`}
      {...UNIT[unit]}
      value={typeof typed === 'number' ? typed : ''}
      // the server says which numbers are possible, in a sentence at the field
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      min={min}
      max={max}
      onChange={(next) => type(typeof next === 'number' ? next : null)}
      error={problem}
    />
  );
}
