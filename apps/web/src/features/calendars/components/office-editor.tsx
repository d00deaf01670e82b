import { Chip, Fieldset, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { RegionSelect } from '../../../components/pickers/region-select';
import { SaveBar } from '../../../components/save-bar';
import { Loaded } from '../../../components/states';
import type { OfficeCalendar } from '../../../lib/answers';
import { zoneOptions } from '../../../lib/countries';
import { notifyDone } from '../../../lib/notify';
import { isStale, sentenceOf } from '../../../lib/problem';
import { count, countryName } from '../../../lib/words';
import { useEditOfficeCalendar, useOfficeProposals, useOfficeVersions } from '../api/office-calendar';
import { changeCount, NOTHING, recounted, toSave, type Draft } from './draft';
import { HolidayEditor } from './holiday-editor';
import { WEEKDAYS } from './months';
import { VersionList } from './version-list';

interface OfficeEditorProps {
  calendar: OfficeCalendar;
  year: number;
  onYear: (year: number) => void;
  draft: Draft;
  onDraft: (draft: Draft) => void;
}

export function OfficeEditor({ calendar, year, onYear, draft, onDraft }: OfficeEditorProps) {
  const { officeId, country, holidays, runningSearches } = calendar;
  const region = draft.region === undefined ? calendar.region : draft.region;
  const proposals = useOfficeProposals(officeId, year, region);
  const versions = useOfficeVersions(officeId);
  const edit = useEditOfficeCalendar(officeId);
  const mayEdit = calendar.allowed.edit;
  const workingDays = draft.workingDays ?? calendar.workingDays;
  const save = (): void =>
    edit.mutate(
      {
        version: calendar.version,
        region: draft.region,
        timeZone: draft.timeZone,
        workingDays: draft.workingDays,
        holidays: Object.keys(draft.days).length > 0 ? toSave(holidays, draft) : undefined,
      },
      {
        onSuccess: ({ version }) => {
          onDraft(NOTHING);
          notifyDone(`Saved as version ${version}.`);
        },
      },
    );
  return (
    <Stack gap="lg">
      <WeekAndZone calendar={calendar} draft={draft} onDraft={onDraft} />
      <Paper p="lg" component="section" aria-label="Holidays">
        <HolidayEditor
          year={year}
          onYear={onYear}
          saved={holidays}
          proposals={proposals.data ?? []}
          country={country}
          workingDays={workingDays}
          draft={draft}
          onDraft={mayEdit ? onDraft : undefined}
        />
      </Paper>
      <SaveBar
        changes={changeCount(draft)}
        effect={recounted(runningSearches)}
        problem={edit.error && !isStale(edit.error) ? sentenceOf(edit.error) : null}
        saving={edit.isPending}
        onSave={save}
        onDiscard={() => {
          edit.reset();
          onDraft(NOTHING);
        }}
      />
      <section aria-labelledby="versions">
        <Title order={2} id="versions" mb="sm">
          Versions
        </Title>
        <Loaded query={versions}>{(items) => <VersionList versions={items} />}</Loaded>
      </section>
    </Stack>
  );
}

function WeekAndZone({ calendar, draft, onDraft }: Pick<OfficeEditorProps, 'calendar' | 'draft' | 'onDraft'>) {
  const { country, region, runningSearches, version, allowed } = calendar;
  const timeZone = draft.timeZone ?? calendar.timeZone;
  const workingDays = draft.workingDays ?? calendar.workingDays;
  return (
    <Paper p="lg" component="section" aria-label="Week and zone">
      {allowed.edit ? (
        <Group gap="xl" align="flex-start">
          <OfficeRegion calendar={calendar} draft={draft} onDraft={onDraft} />
          <ZoneSelect calendar={calendar} draft={draft} onDraft={onDraft} />
          <DaysChoice calendar={calendar} draft={draft} onDraft={onDraft} />
        </Group>
      ) : (
        <Text>
          {timeZone}. Working days: {workingDays.map((day) => WEEKDAYS[day - 1]).join(', ')}.
        </Text>
      )}
      <Text size="sm" c="dimmed" mt={allowed.edit ? 'md' : 4}>
        {[countryName(country), region].filter(Boolean).join(', ')}.{' '}
        {count(runningSearches, 'running search uses', 'running searches use')} this calendar, version {version}.
      </Text>
    </Paper>
  );
}

function OfficeRegion({ calendar, draft, onDraft }: Pick<OfficeEditorProps, 'calendar' | 'draft' | 'onDraft'>) {
  const setRegion = (value: string | null): void => {
    const { region: _, ...others } = draft;
    onDraft(value === calendar.region ? others : { ...others, region: value });
  };
  return (
    <RegionSelect
      country={calendar.country}
      value={draft.region === undefined ? calendar.region : draft.region}
      onChange={setRegion}
      inputWrapperOrder={['label', 'input', 'description']}
      w={240}
    />
  );
}

function ZoneSelect({ calendar, draft, onDraft }: Pick<OfficeEditorProps, 'calendar' | 'draft' | 'onDraft'>) {
  const zones = useMemo(zoneOptions, []);
  const timeZone = draft.timeZone ?? calendar.timeZone;
  const setZone = (value: string | null): void => {
    const { timeZone: _, ...others } = draft;
    onDraft(value && value !== calendar.timeZone ? { ...others, timeZone: value } : others);
  };
  return (
    <Select
      label="Time zone"
      data={zones.includes(timeZone) ? zones : [timeZone, ...zones]}
      value={timeZone}
      onChange={setZone}
      allowDeselect={false}
      searchable
      openOnFocus={false}
      w={240}
    />
  );
}

function DaysChoice({ calendar, draft, onDraft }: Pick<OfficeEditorProps, 'calendar' | 'draft' | 'onDraft'>) {
  const workingDays = draft.workingDays ?? calendar.workingDays;
  const setDays = (values: string[]): void => {
    const { workingDays: _, ...others } = draft;
    const days = values.map(Number).sort((a, b) => a - b);
    onDraft(days.join() === calendar.workingDays.join() ? others : { ...others, workingDays: days });
  };
  return (
    <Fieldset legend="Working days" variant="unstyled">
      <Chip.Group multiple value={workingDays.map(String)} onChange={setDays}>
        <Group gap={6} mt={4}>
          {WEEKDAYS.map((weekday, index) => (
            <Chip key={weekday} value={String(index + 1)} size="xs" radius="sm">
              {weekday}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Fieldset>
  );
}
