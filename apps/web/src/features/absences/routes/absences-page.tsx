import { Badge, Button, Group, Modal, Paper, Text, Title } from '@mantine/core';
import { IconBeach, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { List } from '../../../components/list';
import { Page } from '../../../components/page';
import { Person } from '../../../components/person';
import type { Absence } from '../../../lib/answers';
import { plainDate } from '../../../lib/dates';
import { notifyUndo } from '../../../lib/notify';
import { useNow } from '../../../lib/use-now';
import { useAbsences, useAddAbsence, useRemoveAbsence } from '../api/absences';
import { AbsenceForm } from '../components/absence-form';
import classes from './absences-page.module.css';

const STATE: Record<Absence['state'], string> = { coming: 'Upcoming', now: 'Away now', over: 'Past' };

const NEW = 'new';

export function AbsencesPage() {
  const absences = useAbsences();
  const [open, setOpen] = useState<string | null>(null);
  // as it is now: after a conflict the form goes on with the newest version
  const changing = absences.data?.find(({ id }) => id === open);
  const ahead = absences.data?.filter(({ state }) => state !== 'over');
  const over = absences.data?.filter(({ state }) => state === 'over');
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen(NEW)}>
      Add an absence
    </Button>
  );
  return (
    <Page
      title="Absences"
      about="While someone is away, their flags and reminders go to a deputy."
      actions={add}
      width="read"
    >
      <List
        query={{ ...absences, data: ahead, hasNextPage: undefined }}
        one="absence"
        none={{
          icon: <IconBeach size={22} />,
          title: 'No one is away',
          sentence: 'Add your next absence and choose who stands in, so that no window closes unseen.',
        }}
        rows={(rows) => <AbsenceList absences={rows} onEdit={({ id }) => setOpen(id)} />}
      />
      {over && over.length > 0 ? (
        <section aria-labelledby="over">
          <Title order={2} id="over" mt="xl" mb="sm">
            Past
          </Title>
          <AbsenceList absences={over} onEdit={({ id }) => setOpen(id)} />
        </section>
      ) : null}
      <Modal
        opened={open === NEW || changing !== undefined}
        onClose={() => setOpen(null)}
        title={open === NEW ? 'Add an absence' : 'Change the absence'}
      >
        {open === NEW || changing ? <AbsenceForm absence={changing} onDone={() => setOpen(null)} /> : null}
      </Modal>
    </Page>
  );
}

function AbsenceList({ absences, onEdit }: { absences: readonly Absence[]; onEdit: (absence: Absence) => void }) {
  const now = useNow();
  const remove = useRemove();
  return (
    <Paper>
      <ul className={classes['list']}>
        {absences.map((absence) => {
          const { id, user, firstDay, lastDay, state, effect, warning, allowed } = absence;
          const days =
            firstDay === lastDay
              ? plainDate(firstDay, now)
              : `${plainDate(firstDay, now)} to ${plainDate(lastDay, now)}`;
          return (
            <li key={id}>
              <Person name={user.name} detail={days} />
              <div>
                <Group gap={8} mb={2}>
                  <Badge color={state === 'now' ? 'yellow' : 'gray'} className={classes[state]}>
                    {STATE[state]}
                  </Badge>
                </Group>
                <Text size="sm">{effect}</Text>
                {warning ? (
                  <Text size="sm" c="var(--sl-watch)">
                    {warning}
                  </Text>
                ) : null}
              </div>
              {allowed.change && state !== 'over' ? (
                <Group gap={6} wrap="nowrap">
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={`Change the absence of ${user.name}, ${days}`}
                    onClick={() => onEdit(absence)}
                  >
                    Change
                  </Button>
                  <Button
                    variant="subtle"
                    color="gray"
                    size="xs"
                    aria-label={`Remove the absence of ${user.name}, ${days}`}
                    onClick={() => remove(absence)}
                  >
                    Remove
                  </Button>
                </Group>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Paper>
  );
}

/** Removes at once and offers to put it back. */
function useRemove(): (absence: Absence) => void {
  const remove = useRemoveAbsence();
  const add = useAddAbsence();
  return ({ id, version, user, deputy, firstDay, lastDay }) =>
    remove.mutate(
      { id, version },
      {
        onSuccess: () =>
          notifyUndo(`${user.name}’s absence removed.`, () =>
            add.mutate({ userId: user.id, deputyUserId: deputy.id, firstDay, lastDay }),
          ),
      },
    );
}
