import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { FlagMark } from '../../../components/flag-mark';
import { LinkButton } from '../../../components/link-button';
import { List } from '../../../components/list';
import { Moment } from '../../../components/moment';
import type { Flag } from '../../../lib/answers';
import { useFlags } from '../api/list-flags';
import { FlagHistory } from './flag-history';
import classes from './flags-tab.module.css';
import { MarksOfFlag } from './hand-marks';
import { WhatIfPanel } from './what-if-panel';

interface FlagsTabProps {
  searchId: string;
  zone: string;
  /** a search that has ended has a history and nothing to come */
  isRunning: boolean;
}

/** What stands against a search, what would become of it, and all that ever stood. */
export function FlagsTab({ searchId, zone, isRunning }: FlagsTabProps) {
  const flags = useFlags(searchId);
  return (
    <Stack gap="xl">
      <section aria-labelledby="open-flags">
        <Group justify="space-between" mb="sm">
          <Title order={2} id="open-flags">
            Open flags
          </Title>
          <Text size="sm">
            <Link to="/flags" search={{ at: undefined }} className={classes['link']}>
              The firm as of an earlier day
            </Link>
          </Text>
        </Group>
        <List
          query={flags}
          one="flag"
          none={{
            icon: <IconCircleCheck size={22} />,
            title: 'Nothing is stuck',
            sentence:
              'No rule is flagging this search. As soon as something stops moving, its flag appears here with the reason.',
          }}
          rows={(items) => (
            <Stack gap="sm">
              {items.map((flag) => (
                <FlagPaper key={flag.id} flag={flag} searchId={searchId} zone={zone} />
              ))}
            </Stack>
          )}
        />
      </section>
      {isRunning ? <WhatIfPanel searchId={searchId} zone={zone} /> : null}
      <FlagHistory searchId={searchId} zone={zone} />
    </Stack>
  );
}

function FlagPaper({ flag, searchId, zone }: { flag: Flag; searchId: string; zone: string }) {
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
          <MarksOfFlag flag={flag} zone={zone} />
        </Group>
        <Text size="xs" c="dimmed">
          since <Moment at={flag.since} zone={zone} as="day" /> · limit{' '}
          <Moment at={flag.deadline} zone={zone} as="day" />
        </Text>
      </Group>
      <Group justify="space-between" align="flex-end" gap="md" mt="sm">
        <div className={classes['said'] ?? ''}>
          <h3 className={classes['sentence']}>{flag.sentence}.</h3>
          <p className={classes['next']}>
            <IconArrowRight size={16} aria-hidden />
            {flag.nextStep}
          </p>
        </div>
        <Button
          renderRoot={(root) => (
            <Link
              {...root}
              to="/searches/$searchId"
              params={{ searchId }}
              search={{ tab: 'flags', why: flag.id }}
              resetScroll={false}
            />
          )}
          variant="default"
          size="xs"
          className={classes['why'] ?? ''}
          leftSection={<IconHelpCircle size={15} />}
          aria-label={`Why: ${flag.sentence}`}
        >
          Why, and what next
        </Button>
      </Group>
    </Paper>
  );
}
