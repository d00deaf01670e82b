import { Button, Group, Modal, Paper, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustments } from '@tabler/icons-react';
import { useState } from 'react';
import { Loaded } from '../../../components/states';
import { count } from '../../../lib/words';
import { useSearchPolicy } from '../api/policies';
import { Limits, type PolicyDraft } from './limits';
import { PolicyEditor } from './policy-editor';
import classes from './search-policy.module.css';

/** The limits that hold for a search, where each comes from, and the way to override one. */
export function SearchPolicy({ searchId }: { searchId: string }) {
  const policy = useSearchPolicy(searchId);
  const [editing, editor] = useDisclosure(false);
  const [draft, setDraft] = useState<PolicyDraft>({});
  return (
    <Paper p="lg" component="section" aria-labelledby="policy" mt="lg">
      <Loaded query={policy}>
        {(view) => {
          const own = [...view.settings, ...view.stageBudgets].filter(({ origin }) => origin === 'search').length;
          return (
            <>
              <Group justify="space-between" align="flex-start" mb="md">
                <div>
                  <Title order={2} id="policy">
                    Policy
                  </Title>
                  <Text size="sm" c="dimmed">
                    {own === 0
                      ? 'The limits of the firm and the role hold here; none is overridden.'
                      : `${count(own, 'limit is', 'limits are')} set for this search alone.`}
                  </Text>
                </div>
                <Button variant="default" size="xs" leftSection={<IconAdjustments size={14} />} onClick={editor.open}>
                  {view.allowed.edit ? 'Change the limits' : 'Versions'}
                </Button>
              </Group>
              <div className={classes['limits']}>
                <Limits view={view} draft={{}} problems={{}} />
              </div>
              {/* closing keeps what was typed */}
              <Modal opened={editing} onClose={editor.close} size={960} title="Limits of this search">
                <PolicyEditor place={{ scope: 'search', searchId }} view={view} draft={draft} onDraft={setDraft} />
              </Modal>
            </>
          );
        }}
      </Loaded>
    </Paper>
  );
}
