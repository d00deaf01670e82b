import { Button, Collapse, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowRight, IconChevronDown, IconCircleCheck } from '@tabler/icons-react';
import { FlagMark } from '../../../components/flag-mark';
import { LinkButton } from '../../../components/link-button';
import { Moment } from '../../../components/moment';
import { Empty, Loaded } from '../../../components/states';
import type { Flag } from '../../../lib/answers';
import { useNow } from '../../../lib/use-now';
import { useFlags } from '../api/list-flags';
import { basisFacts, evidenceFacts, type Fact } from './basis';
import classes from './why.module.css';

/** "Why is this red?": every open flag with its sentence, what it was decided on, and the next step. */
export function Why({ searchId, zone }: { searchId: string; zone: string }) {
  const flags = useFlags(searchId);
  return (
    <Loaded query={flags}>
      {(items) =>
        items.length === 0 ? (
          <Empty icon={<IconCircleCheck size={22} />} title="Nothing is stuck">
            No rule has anything to say about this search. Flags stand here with their reason as soon as something stops
            moving.
          </Empty>
        ) : (
          <Stack gap="sm" component="section" aria-label="Open flags">
            {items.map((flag, index) => (
              <FlagPaper key={flag.id} flag={flag} searchId={searchId} zone={zone} startOpen={index === 0} />
            ))}
          </Stack>
        )
      }
    </Loaded>
  );
}

interface FlagPaperProps {
  flag: Flag;
  searchId: string;
  zone: string;
  startOpen: boolean;
}

function FlagPaper({ flag, searchId, zone, startOpen }: FlagPaperProps) {
  const [open, { toggle }] = useDisclosure(startOpen);
  const now = useNow();
  return (
    <Paper p="lg" component="article">
      <Group justify="space-between" align="flex-start" wrap="wrap" gap="xs">
        <Group gap="sm">
          <FlagMark rule={flag.rule} severity={flag.severity} />
          {flag.candidacyId ? (
            <LinkButton
              to="/searches/$searchId"
              params={{ searchId }}
              search={{ tab: 'flags', candidacy: flag.candidacyId }}
              variant="subtle"
              size="compact-sm"
            >
              {flag.candidateName}
            </LinkButton>
          ) : null}
        </Group>
        <Text size="xs" c="dimmed">
          since <Moment at={flag.since} zone={zone} as="day" /> · limit{' '}
          <Moment at={flag.deadline} zone={zone} as="day" />
        </Text>
      </Group>
      <Title order={2} mt="sm" fz="md">
        {flag.sentence}.
      </Title>
      <p className={classes['next']}>
        <IconArrowRight size={16} aria-hidden />
        {flag.nextStep}
      </p>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        mt="xs"
        ml={-8}
        onClick={toggle}
        aria-expanded={open}
        rightSection={<IconChevronDown size={14} className={classes['chevron']} data-open={open || undefined} />}
      >
        How this was decided
      </Button>
      <Collapse expanded={open}>
        <div className={classes['facts']}>
          <Facts title="Decided on" facts={evidenceFacts(flag.evidence, zone)} />
          <Facts title="How the deadline was counted" facts={basisFacts(flag.basis, now)} />
        </div>
      </Collapse>
    </Paper>
  );
}

function Facts({ title, facts }: { title: string; facts: Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <div>
      <h3 className={classes['title']}>{title}</h3>
      <dl className={classes['list']}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
