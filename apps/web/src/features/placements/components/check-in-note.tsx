import { Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { SubmitBar } from '../../../components/form/submit-bar';

interface CheckInNoteProps {
  pending: boolean;
  onDone: (note: string) => void;
  onCancel: () => void;
}

/** What is said of how somebody settles in, while a check-in is marked as done. */
export function CheckInNote({ pending, onDone, onCancel }: CheckInNoteProps) {
  const [note, setNote] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onDone(note.trim());
      }}
    >
      <Stack gap="xs" mb="xs">
        <Textarea
          aria-label="How they are settling in"
          placeholder="How they are settling in (optional)"
          autoFocus
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <SubmitBar label="Mark as done" size="compact-sm" pending={pending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
