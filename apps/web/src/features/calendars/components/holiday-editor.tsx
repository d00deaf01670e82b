import { ActionIcon, Button, CloseButton, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import type { CalendarHoliday, HolidayProposal } from '../../../lib/answers';
import { plainDate } from '../../../lib/dates';
import { count } from '../../../lib/words';
import { shownHolidays, withDay, type Draft, type ShownHoliday } from './draft';
import classes from './holiday-editor.module.css';
import { YearLegend, YearView } from './year-view';

interface HolidayEditorProps {
  year: number;
  onYear: (year: number) => void;
  saved: readonly CalendarHoliday[];
  proposals: readonly HolidayProposal[];
  /** whose public holidays they are */
  country: string | null;
  workingDays?: readonly number[] | undefined;
  draft: Draft;
  /** absent: to be looked at only */
  onDraft?: ((draft: Draft) => void) | undefined;
}

type SetDay = (date: string, name: string | null) => void;

/** Without the year, which stands above. */
const dayIn = (date: string): string => plainDate(date, new Date(date));

/** The holidays of a year, as months and as a list, with the public holidays that could be adopted. */
export function HolidayEditor(props: HolidayEditorProps) {
  const { year, saved, proposals, country, workingDays, draft, onDraft } = props;
  const all = shownHolidays(saved, draft);
  const ofYear = all.filter(({ date }) => date.startsWith(`${year}`));
  const open = proposals.filter(({ date }) => date.startsWith(`${year}`) && !all.some((day) => day.date === date));
  const set: SetDay = (date, name) => onDraft?.(withDay(draft, saved, date, name));
  const toggle = (date: string): void => {
    if (all.some((day) => day.date === date)) return set(date, null);
    const before = saved.find((holiday) => holiday.date === date)?.name;
    set(date, before ?? proposals.find((proposal) => proposal.date === date)?.name ?? '');
  };
  const takeAll = (): void => onDraft?.(open.reduce((made, { date, name }) => withDay(made, saved, date, name), draft));
  return (
    <div className={classes['editor']}>
      <div>
        <YearBar {...props} />
        <YearView
          year={year}
          holidays={all}
          proposals={onDraft ? open : []}
          workingDays={workingDays}
          onToggle={onDraft ? toggle : undefined}
        />
      </div>
      <Stack gap="lg">
        <HolidayList year={year} holidays={ofYear} set={onDraft ? set : undefined} />
        {onDraft && open.length > 0 ? <Proposals open={open} set={set} takeAll={takeAll} /> : null}
        {onDraft && !country ? (
          <Text size="xs" c="dimmed">
            No country is recorded, so no public holidays can be suggested.
          </Text>
        ) : null}
      </Stack>
    </div>
  );
}

function YearBar({ year, onYear, workingDays, country, onDraft }: HolidayEditorProps) {
  return (
    <Group justify="space-between" mb="md">
      <Group gap={4}>
        <ActionIcon aria-label="Previous year" onClick={() => onYear(year - 1)} disabled={year <= 2000}>
          <IconChevronLeft size={18} />
        </ActionIcon>
        <Title order={2} className="tabular" aria-live="polite">
          {year}
        </Title>
        <ActionIcon aria-label="Next year" onClick={() => onYear(year + 1)} disabled={year >= 2099}>
          <IconChevronRight size={18} />
        </ActionIcon>
      </Group>
      <YearLegend withWeekends={workingDays !== undefined} withProposals={Boolean(onDraft && country)} />
    </Group>
  );
}

interface HolidayListProps {
  year: number;
  holidays: readonly ShownHoliday[];
  set: SetDay | undefined;
}

function HolidayList({ year, holidays, set }: HolidayListProps) {
  return (
    <section aria-label={`Holidays of ${year}, as a list`}>
      <Title order={3} mb="xs">
        {count(holidays.length, 'holiday')} in {year}
      </Title>
      {holidays.length === 0 ? (
        <Text size="sm" c="dimmed">
          None. {set ? 'Choose days in the calendar, or pick public holidays below.' : ''}
        </Text>
      ) : (
        <ul className={classes['list']}>
          {holidays.map((holiday) => (
            <Holiday key={holiday.date} holiday={holiday} set={set} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Holiday({ holiday: { date, name, changed }, set }: { holiday: ShownHoliday; set: SetDay | undefined }) {
  return (
    <li>
      <span className={classes['date']} data-changed={changed || undefined}>
        {dayIn(date)}
      </span>
      {set ? (
        <>
          <TextInput
            size="xs"
            aria-label={`Name of ${dayIn(date)}`}
            placeholder="No name"
            maxLength={200}
            value={name}
            onChange={(event) => set(date, event.currentTarget.value)}
          />
          <CloseButton size="sm" aria-label={`Remove ${dayIn(date)}`} onClick={() => set(date, null)} />
        </>
      ) : (
        <span>{name}</span>
      )}
    </li>
  );
}

interface ProposalsProps {
  open: readonly HolidayProposal[];
  set: SetDay;
  takeAll: () => void;
}

function Proposals({ open, set, takeAll }: ProposalsProps) {
  return (
    <section aria-label="Public holidays to pick from">
      <Group justify="space-between" mb="xs">
        <Title order={3}>Public holidays to pick</Title>
        <Button size="compact-xs" variant="default" onClick={takeAll}>
          Add all {open.length}
        </Button>
      </Group>
      <ul className={classes['list']} data-proposals>
        {open.map(({ date, name }) => (
          <li key={date}>
            <span className={classes['date']}>{dayIn(date)}</span>
            <span>{name}</span>
            <ActionIcon size="sm" aria-label={`Add ${name}`} onClick={() => set(date, name)}>
              <IconPlus size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed" mt={6}>
        From a public list. Check them; none is added automatically.
      </Text>
    </section>
  );
}
