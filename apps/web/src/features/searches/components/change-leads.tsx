import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { SubmitBar } from '../../../components/form/submit-bar';
import { UserSelect } from '../../../components/pickers/user-select';
import type { Selected } from '../../../components/matching';
import { stayed, WillStay } from '../../../components/will-stay';
import { notifyDone, notifyUndo } from '../../../lib/notify';
import { sentenceOf } from '../../../lib/problem';
import { count } from '../../../lib/words';
import { useChangeLeads, useLeadsPreview, type LeadChanges } from '../api/change-leads';

interface ChangeLeadsProps {
  searches: readonly Selected[];
  onDone: () => void;
}

const these = (n: number): string => count(n, 'search', 'searches');

/** Gives several searches another lead. */
export function ChangeLeads({ searches, onDone }: ChangeLeadsProps) {
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  return (
    <>
      <Button size="xs" onClick={() => setOpened(true)}>
        Change the lead
      </Button>
      <Modal opened={opened} onClose={close} title={`Change the lead of ${these(searches.length)}`}>
        <ChangeLeadsForm searches={searches} onDone={onDone} onCancel={close} />
      </Modal>
    </>
  );
}

function ChangeLeadsForm({ searches, onDone, onCancel }: ChangeLeadsProps & { onCancel: () => void }) {
  const [leadUserId, setLead] = useState<string | null>(null);
  const changes = leadUserId ? searches.map(({ id, version }) => ({ searchId: id, version, leadUserId })) : [];
  const preview = useLeadsPreview(changes);
  const change = useChangeLeads();
  const told = useTold();
  const will = leadUserId && !preview.isPlaceholderData ? preview.data : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(changes, {
          onSuccess: (done) => {
            told(done);
            onCancel();
            onDone();
          },
        });
      }}
    >
      <Stack>
        <UserSelect label="New lead" required value={leadUserId} onChange={setLead} />
        {preview.error ? <Text c="red">{sentenceOf(preview.error)}</Text> : null}
        {will ? <WhatWillBe will={will} searches={searches} /> : null}
        <SubmitBar
          label={will ? `Change ${will.items.length}` : 'Change'}
          pending={change.isPending}
          disabled={!will || will.items.length === 0}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}

function WhatWillBe({ will: { items, refused }, searches }: { will: LeadChanges; searches: readonly Selected[] }) {
  return (
    <Stack gap="xs" aria-live="polite">
      <Text size="sm">{these(items.length)} will get the new lead. Whoever led a search before stays on its team.</Text>
      <WillStay refused={refused} things={searches} />
    </Stack>
  );
}

/** Says what became of them; for a while they can have the lead back whom they had. */
function useTold() {
  const back = useChangeLeads();
  const undo = ({ items }: LeadChanges): void =>
    back.mutate(
      items.map(({ id, version, beforeUserId }) => ({ searchId: id, version, leadUserId: beforeUserId })),
      {
        onSuccess: (done) =>
          notifyDone(
            `${these(done.items.length)} led as before.${stayed(done)} Whoever led meanwhile stays on the team.`,
          ),
      },
    );
  return (done: LeadChanges): void => {
    const said = `${these(done.items.length)} changed.${stayed(done)}`;
    if (done.items.length > 0) notifyUndo(said, () => undo(done));
    else notifyDone(said);
  };
}
