import { Alert, Button, CopyButton, Group, Input, Modal, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconCopy, IconUsersMinus } from '@tabler/icons-react';
import { SubmitBar } from '../../../components/form/submit-bar';
import type { Board, Card } from '../../../lib/answers';
import { notifyDone } from '../../../lib/notify';
import { useMe } from '../../../lib/session';
import { count, OUTCOME_BY, OUTCOME_REASONS } from '../../../lib/words';
import { useEndOthers } from '../api/end-others';
import { letterOf } from './letter';

/** Once somebody is placed: the others are still there, and nobody has told them. */
export function EndOthers({ board }: { board: Board }) {
  const [open, { open: show, close }] = useDisclosure(false);
  const others = board.cards.filter(({ allowed }) => allowed.outcomes.includes('rejected'));
  if (board.search.status !== 'placed' || others.length === 0) return null;
  return (
    <>
      <Alert variant="light" mx={{ base: 16, sm: 28 }} mb="sm" p="sm" icon={<IconUsersMinus size={18} />}>
        <Group justify="space-between" gap="xs">
          <Text size="sm">{`The search is filled, and ${count(others.length, 'other person is', 'others are')} still in it.`}</Text>
          <Button size="xs" onClick={show}>
            {others.length === 1 ? 'Let them know and end it' : 'Let them know and end all'}
          </Button>
        </Group>
      </Alert>
      <Modal opened={open} onClose={close} title="Let the others know" size="lg">
        <EndForm others={others} title={board.search.title} onDone={close} />
      </Modal>
    </>
  );
}

interface EndFormProps {
  others: readonly Card[];
  title: string;
  onDone: () => void;
}

function EndForm({ others, title, onDone }: EndFormProps) {
  const end = useEndOthers();
  const { user } = useMe();
  const form = useForm({
    initialValues: { by: 'client' as const, reason: '' },
    validate: { reason: (value) => (value ? null : 'Choose a reason: the firm learns from it.') },
  });
  const submit = form.onSubmit((values) =>
    end.mutate(
      { ...values, outcome: 'rejected', cards: others },
      {
        onSuccess: ({ ended, left }) => {
          notifyDone(
            `${count(ended, 'candidacy', 'candidacies')} ended.${left > 0 ? ` ${left} changed in the meantime and stayed.` : ''}`,
          );
          onDone();
        },
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          Copy a letter for each of them into your mail. Nothing is sent from here.
        </Text>
        <Stack component="ul" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
          {others.map(({ id, candidate }) => (
            <Group key={id} component="li" justify="space-between" wrap="nowrap">
              <Text size="sm">{candidate.name}</Text>
              <CopyLetter name={candidate.name} letter={letterOf(candidate.name, title, user.name)} />
            </Group>
          ))}
        </Stack>
        <Input.Wrapper label="Who decided" labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label="Who decided"
            size="xs"
            data={Object.entries(OUTCOME_BY).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('by')}
          />
        </Input.Wrapper>
        <Select label="Why" required data={OUTCOME_REASONS} {...form.getInputProps('reason')} />
        <SubmitBar label={`End ${others.length}`} pending={end.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}

function CopyLetter({ name, letter }: { name: string; letter: string }) {
  return (
    <CopyButton value={letter}>
      {({ copied, copy }) => (
        <Button
          size="compact-xs"
          variant={copied ? 'light' : 'default'}
          leftSection={<IconCopy size={13} />}
          aria-label={`${copied ? 'Copied' : 'Copy'} the letter to ${name}`}
          onClick={copy}
        >
          {copied ? 'Copied' : 'Copy letter'}
        </Button>
      )}
    </CopyButton>
  );
}
