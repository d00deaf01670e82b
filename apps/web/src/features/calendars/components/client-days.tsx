import { Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { RegionSelect } from '../../../components/pickers/region-select';
import { SaveBar } from '../../../components/save-bar';
import { Loaded, Waiting } from '../../../components/states';
import type { ClientCalendar } from '../../../lib/answers';
import { localDate, plainDate, yearIn } from '../../../lib/dates';
import { notifyDone } from '../../../lib/notify';
import { isStale, sentenceOf } from '../../../lib/problem';
import { useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import {
  useClientCalendar,
  useClientProposals,
  useClientVersions,
  useEditClientCalendar,
} from '../api/client-calendar';
import { changeCount, NOTHING, recounted, toSave, type Draft } from './draft';
import { HolidayEditor } from './holiday-editor';
import classes from './holiday-editor.module.css';
import { VersionList } from './version-list';

const SHOWN = 8;

/** The days on which a client does nothing, and the way to change them. */
export function ClientDays({ clientId }: { clientId: string }) {
  const calendar = useClientCalendar(clientId);
  const [editing, editor] = useDisclosure(false);
  const [draft, setDraft] = useState<Draft>(NOTHING);
  const now = useNow();
  const today = localDate(now, useZone());
  return (
    <Paper p="lg" component="section" aria-labelledby="closed-days">
      <Loaded query={calendar} waiting={<Waiting rows={2} />}>
        {(record) => {
          const ahead = record.holidays.filter(({ date }) => date >= today);
          return (
            <>
              <Group justify="space-between" mb="sm">
                <Title order={2} id="closed-days">
                  Days they are closed
                </Title>
                <Button variant="default" size="xs" leftSection={<IconPencil size={14} />} onClick={editor.open}>
                  {record.allowed.edit ? 'Edit' : 'View the year'}
                </Button>
              </Group>
              {ahead.length === 0 ? (
                <Text size="sm" c="dimmed">
                  None coming up. Clocks on their searches skip these days, on top of the office’s holidays.
                </Text>
              ) : (
                <ul className={classes['list']}>
                  {ahead.slice(0, SHOWN).map(({ date, name }) => (
                    <li key={date}>
                      <span className={classes['date']}>{plainDate(date, now)}</span>
                      <span>{name}</span>
                    </li>
                  ))}
                </ul>
              )}
              {ahead.length > SHOWN ? (
                <Text size="xs" c="dimmed" mt={4}>
                  and {ahead.length - SHOWN} more
                </Text>
              ) : null}
              {/* closing keeps what was typed */}
              <Modal opened={editing} onClose={editor.close} size={1040} title="Days they are closed">
                <ClientDaysEditor calendar={record} draft={draft} onDraft={setDraft} />
              </Modal>
            </>
          );
        }}
      </Loaded>
    </Paper>
  );
}

interface EditorProps {
  calendar: ClientCalendar;
  draft: Draft;
  onDraft: (draft: Draft) => void;
}

function ClientDaysEditor({ calendar, draft, onDraft }: EditorProps) {
  const { clientId, country, holidays, runningSearches, version } = calendar;
  const [year, setYear] = useState(yearIn(useNow(), useZone()));
  const [region, setRegion] = useState<string | null>(null);
  const proposals = useClientProposals(clientId, year, region);
  const versions = useClientVersions(clientId);
  const edit = useEditClientCalendar(clientId);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        These days do not count for the client’s searches, on top of the office’s weekends and holidays.
      </Text>
      {calendar.allowed.edit ? <RegionSelect country={country} value={region} onChange={setRegion} w={320} /> : null}
      <HolidayEditor
        year={year}
        onYear={setYear}
        saved={holidays}
        proposals={proposals.data ?? []}
        country={country}
        draft={draft}
        onDraft={calendar.allowed.edit ? onDraft : undefined}
      />
      <SaveBar
        changes={changeCount(draft)}
        effect={recounted(runningSearches)}
        problem={edit.error && !isStale(edit.error) ? sentenceOf(edit.error) : null}
        saving={edit.isPending}
        onSave={() =>
          edit.mutate(
            { version, holidays: toSave(holidays, draft) },
            {
              onSuccess: (saved) => {
                onDraft(NOTHING);
                notifyDone(`Saved as version ${saved.version}.`);
              },
            },
          )
        }
        onDiscard={() => {
          edit.reset();
          onDraft(NOTHING);
        }}
      />
      <section aria-labelledby="client-versions">
        <Title order={3} id="client-versions" mb="xs">
          Versions
        </Title>
        <Loaded query={versions}>{(items) => <VersionList versions={items} />}</Loaded>
      </section>
    </Stack>
  );
}
