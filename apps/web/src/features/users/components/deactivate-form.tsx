import { List, Select, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Loaded } from '../../../components/states';
import { SubmitBar } from '../../../components/form/submit-bar';
import { Refusal } from '../../../components/form/refusal';
import type { User } from '../../../lib/answers';
import { notifyDone } from '../../../lib/notify';
import { isStale, sentenceOf } from '../../../lib/problem';
import { useMe } from '../../../lib/session';
import { count } from '../../../lib/words';
import { type HandOver, useDeactivate, useHandOver } from '../api/users';

interface DeactivateFormProps {
  user: User;
  users: User[];
  onDone: () => void;
}

/** Ends somebody's access and gives what they have in hand to somebody else, in one step. */
export function DeactivateForm({ user, users, onDone }: DeactivateFormProps) {
  const handOver = useHandOver(user.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const successorId = chosen ?? handOver.data?.suggestedUserId ?? null;
  const successor = users.find(({ id }) => id === successorId);
  const { submit, refusal, isPending } = useDeactivating(user, successor, onDone);
  const colleagues = users.filter(({ id, state }) => id !== user.id && state === 'active');
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text size="sm">
          {user.name} is signed out everywhere at once, gets no more emails, and can no longer be chosen anywhere.
          Everything they did stays under their name.
        </Text>
        <Loaded query={handOver}>{(what) => <WhatGoes what={what} successor={successor} />}</Loaded>
        <Select
          label="Who takes over"
          data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          value={successorId}
          onChange={setChosen}
          searchable
          openOnFocus={false}
          allowDeselect={false}
        />
        <Refusal sentence={refusal} />
        <SubmitBar label="Deactivate and hand over" color="red" pending={isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}

function useDeactivating(user: User, successor: User | undefined, onDone: () => void) {
  const deactivate = useDeactivate(user.id);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!successor) return setRefusal('Choose who takes over.');
    setRefusal(null);
    deactivate.mutate(
      { version: user.version, successorId: successor.id },
      {
        onSuccess: () => {
          notifyDone(`${user.name} can no longer sign in. ${successor.name} has taken over.`);
          onDone();
        },
        onError: (error) =>
          setRefusal(
            isStale(error)
              ? 'Someone else changed this person a moment ago. Close this and look again.'
              : sentenceOf(error),
          ),
      },
    );
  };
  return { submit, refusal, isPending: deactivate.isPending };
}

function WhatGoes({
  what: { searches, tasks, flags, deputyFor },
  successor,
}: {
  what: HandOver;
  successor: User | undefined;
}) {
  const me = useMe();
  return (
    <div>
      <Text size="sm" fw={560}>
        What is handed over
      </Text>
      <List size="sm" spacing={2} mt={4}>
        <List.Item>{count(searches, 'search', 'searches')}, led or worked on</List.Item>
        <List.Item>{count(tasks, 'open task')}</List.Item>
        <List.Item>{count(flags, 'flag')} in hand</List.Item>
        {deputyFor > 0 ? <List.Item>{count(deputyFor, 'absence')} of colleagues they stand in for</List.Item> : null}
      </List>
      <Text size="sm" c="dimmed" mt={6}>
        Only what you may see is counted.{' '}
        {successor?.id === me.user.id
          ? 'Their confidential searches go to you too: everyone else on those teams is told, and the audit records it.'
          : 'Their confidential searches go the same way, to that person alone.'}
      </Text>
    </div>
  );
}
