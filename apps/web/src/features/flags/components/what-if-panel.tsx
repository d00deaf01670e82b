import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconAdjustments } from '@tabler/icons-react';
import { useState } from 'react';
import { Loaded } from '../../../components/states';
import type { SearchPolicy } from '../../../lib/answers';
import { notifyDone } from '../../../lib/notify';
import { useEditSearchPolicy, useSearchPolicy, type PolicyEdit } from '../api/search-policy';
import { useWhatIf } from '../api/what-if';
import { isNothing, NOTHING_SUPPOSED, toChanges } from './what-if-changes';
import { WhatIfControls } from './what-if-controls';
import { WhatIfResult } from './what-if-result';
import classes from './what-if.module.css';

interface WhatIfPanelProps {
  searchId: string;
  zone: string;
}

/** Try another process or a coming event on the present facts. Nothing is saved unless one says so. */
export function WhatIfPanel(props: WhatIfPanelProps) {
  const [open, { toggle }] = useDisclosure(false);
  return (
    <section aria-labelledby="what-if">
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2} id="what-if">
            What if
          </Title>
          <Text size="sm" c="dimmed">
            Change a budget, merge two stages, or suppose an offer or an answer, and see which flags and windows change.
          </Text>
        </div>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconAdjustments size={16} />}
          onClick={toggle}
          aria-expanded={open}
        >
          {open ? 'Close' : 'Try it'}
        </Button>
      </Group>
      {open ? <OpenPanel {...props} /> : null}
    </section>
  );
}

function OpenPanel({ searchId, zone }: WhatIfPanelProps) {
  const policy = useSearchPolicy(searchId);
  return (
    <Paper p="lg">
      <Loaded query={policy}>{(data) => <Trial searchId={searchId} zone={zone} policy={data} />}</Loaded>
    </Paper>
  );
}

function Trial({ searchId, zone, policy }: WhatIfPanelProps & { policy: SearchPolicy }) {
  const [supposition, suppose] = useState(NOTHING_SUPPOSED);
  const [settled] = useDebouncedValue(supposition, 200);
  const result = useWhatIf(searchId, toChanges(settled));
  const edit = useEditSearchPolicy(searchId);
  const { budgets, limits, merge, supposed } = supposition;
  const isPolicy = Object.keys(budgets).length + Object.keys(limits).length > 0;
  const apply = (): void => {
    const settings = { ...limits, ...(Object.keys(budgets).length > 0 ? { stageBudgets: budgets } : {}) };
    edit.mutate({ version: policy.version, settings } as PolicyEdit, {
      onSuccess: () => {
        notifyDone("Applied as this search's policy.");
        suppose({ ...NOTHING_SUPPOSED, merge, supposed });
      },
    });
  };
  return (
    <div className={classes['trial']}>
      <WhatIfControls
        policy={policy}
        people={result.data?.people ?? []}
        zone={zone}
        supposition={supposition}
        onChange={suppose}
      />
      <Stack gap="md">
        <Loaded query={result}>
          {(data) => <WhatIfResult result={data} zone={zone} isNothing={isNothing(settled)} />}
        </Loaded>
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            disabled={isNothing(supposition)}
            onClick={() => suppose(NOTHING_SUPPOSED)}
          >
            Reset
          </Button>
          {policy.allowed.edit ? (
            <Button size="xs" disabled={!isPolicy} loading={edit.isPending} onClick={apply}>
              Apply as this search's policy
            </Button>
          ) : null}
        </Group>
        <Text size="xs" c="dimmed">
          Nothing here is saved. Only budgets and limits can be applied; a stage is archived by partners under Settings,
          Stages, and events have to happen for real.
        </Text>
      </Stack>
    </div>
  );
}
