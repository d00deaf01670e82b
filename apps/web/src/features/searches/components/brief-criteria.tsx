import { Button, Group, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Criteria } from '../../../components/brief/criteria';
import { type BriefDraft, NOTHING_WRITTEN } from '../../../components/brief/criteria-draft';
import type { Search } from '../../../lib/answers';
import { useKept } from '../../../lib/use-kept';
import { CriteriaEditor, NO_CRITERIA } from './criteria-editor';

/** What the client asks for; what was begun and not saved is still there after another page or a reload. */
export function BriefCriteria({ search }: { search: Search }) {
  const [draft, setDraft] = useKept<BriefDraft>(`brief ${search.id}`, NOTHING_WRITTEN);
  const [open, setOpen] = useState(false);
  const isEditing = search.allowed.edit && (open || draft.rows !== null);
  return (
    <>
      <Group justify="space-between" mb="md">
        <Title order={2} id="criteria">
          What the client asks for
        </Title>
        {search.allowed.edit && !isEditing ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPencil size={14} />}
            aria-label={search.criteria.length > 0 ? 'Edit the criteria' : 'Write the first criterion'}
            onClick={() => setOpen(true)}
          >
            {search.criteria.length > 0 ? 'Edit' : 'Write the first'}
          </Button>
        ) : null}
      </Group>
      {isEditing ? (
        <CriteriaEditor
          search={search}
          draft={draft}
          onDraft={setDraft}
          onDone={() => {
            setDraft(NOTHING_WRITTEN);
            setOpen(false);
          }}
        />
      ) : (
        <Criteria criteria={search.criteria} none={NO_CRITERIA} />
      )}
    </>
  );
}
