import { CloseButton, Drawer, Group, Text } from '@mantine/core';
import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { FlagMark } from '../../../components/flag-mark';
import { Moment } from '../../../components/moment';
import { Empty, Loaded } from '../../../components/states';
import type { FlagWhy } from '../../../lib/answers';
import { plainDate } from '../../../lib/dates';
import { isStatus } from '../../../lib/problem';
import { useNow } from '../../../lib/use-now';
import { ACTIVITY, DECISION } from '../../../lib/words';
import { useWhy } from '../api/find-why';
import { basisDetails, evidenceDetails, type Detail } from './basis';
import { MarksOfFlag } from './hand-marks';
import { PolicyLines } from './policy-lines';
import { type ActOn, TakeInHand } from './take-in-hand';
import { WhyCalendar } from './why-calendar';
import classes from './why-panel.module.css';

interface WhyPanelProps {
  flagId: string | undefined;
  zone: string;
  actOn: ActOn;
  onClose: () => void;
}

/** "Why is this red?": the facts, the calendar, the rule and what to do next, at the side of whatever was open. */
export function WhyPanel({ flagId, zone, actOn, onClose }: WhyPanelProps) {
  return (
    <Drawer.Root opened={flagId !== undefined} onClose={onClose} position="right" size={600} padding={0}>
      <Drawer.Overlay backgroundOpacity={0.18} />
      <Drawer.Content aria-label="Why this is flagged">
        <Drawer.Body className={classes['body'] ?? ''}>
          <CloseButton
            className={classes['close']}
            onClick={onClose}
            aria-label="Close the explanation"
            data-autofocus
          />
          {flagId ? <WhyOf key={flagId} flagId={flagId} zone={zone} actOn={actOn} /> : null}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function WhyOf({ flagId, ...shown }: Pick<WhyPanelProps, 'zone' | 'actOn'> & { flagId: string }) {
  const why = useWhy(flagId);
  if (isStatus(why.error, 404)) return <Gone flag={why.data?.flag} />;
  return <Loaded query={why}>{(data) => <Why why={data} {...shown} />}</Loaded>;
}

/** It went while it was looked at, or before. */
function Gone({ flag }: { flag: FlagWhy['flag'] | undefined }) {
  return (
    <Empty
      icon={flag ? <IconCheck size={22} /> : <IconArrowRight size={22} />}
      title={flag ? 'Done: no longer flagged' : 'No longer flagged'}
    >
      {flag
        ? `“${flag.sentence}” no longer holds. It is still in the search’s history.`
        : 'This flag has been cleared: something moved, or the search ended. It is still in the search’s history.'}
    </Empty>
  );
}

function Why({ why, zone, actOn }: Pick<WhyPanelProps, 'zone' | 'actOn'> & { why: FlagWhy }) {
  const { flag, definition, ends, forecast } = why;
  const now = useNow();
  return (
    <article className={classes['why']}>
      <header>
        <Group gap="sm" pr={36}>
          <FlagMark rule={flag.rule} severity={flag.severity} />
          <MarksOfFlag flag={flag} zone={zone} />
        </Group>
        <h2 className={classes['sentence']}>{flag.sentence}.</h2>
        {flag.candidateName ? (
          <Text size="sm" c="dimmed">
            {flag.candidateName}
          </Text>
        ) : null}
      </header>

      <section aria-label="What to do next" className={classes['next']}>
        <p>
          <IconArrowRight size={16} aria-hidden />
          {flag.nextStep}
        </p>
        <TakeInHand flag={flag} zone={zone} actOn={actOn} />
        <Text size="sm" c="dimmed" mt="xs">
          {ends}
        </Text>
        {flag.acknowledgement ? (
          <Text size="sm" c="dimmed" mt="xs">
            {flag.acknowledgement.by?.name ?? 'Someone'} acknowledged it{' '}
            <Moment at={flag.acknowledgement.at} zone={zone} />: “{flag.acknowledgement.reason}”
          </Text>
        ) : null}
      </section>

      <section aria-labelledby="why-triggered">
        <h3 id="why-triggered">What triggered it</h3>
        {forecast ? null : <Origin why={why} zone={zone} />}
        <Details details={evidenceDetails(flag.evidence, why.evidenceNames, zone, now)} />
      </section>

      {forecast ? <Forecast words={forecast} /> : <Days why={why} />}

      <section aria-labelledby="why-rule">
        <h3 id="why-rule">The rule</h3>
        <Text size="sm">{definition}</Text>
        <PolicyLines searchId={flag.searchId} limits={why.limits} stageId={why.stageId} />
      </section>
    </article>
  );
}

function Days({ why: { flag, calendar, limitNote } }: { why: FlagWhy }) {
  const now = useNow();
  return (
    <section aria-labelledby="why-days">
      <h3 id="why-days">How the days were counted</h3>
      <Text size="sm" mb="sm">
        From {plainDate(calendar.start, now)} to the limit{limitNote ? ` (${limitNote})` : null} on{' '}
        {plainDate(calendar.deadline, now)}, local dates in {calendar.zone}.
      </Text>
      <WhyCalendar calendar={calendar} />
      <details className={classes['basis']}>
        <summary>As numbers</summary>
        <Details details={basisDetails(flag.basis, now)} />
      </details>
    </section>
  );
}

/** A forecast counts no days of its own. */
function Forecast({ words }: { words: string }) {
  return (
    <section aria-labelledby="why-days">
      <h3 id="why-days">How the forecast was made</h3>
      <Text size="sm">{words}</Text>
    </section>
  );
}

/** The fact the clock runs from, with a way to it. */
function Origin({ why: { fact, flag }, zone }: { why: FlagWhy; zone: string }) {
  if (!fact) {
    return (
      <p className={classes['origin']}>
        Since <Moment at={flag.since} zone={zone} as="day" />.
      </p>
    );
  }
  return (
    <p className={classes['origin']}>
      The clock runs from{' '}
      {fact.candidacyId ? (
        <Link
          to="/searches/$searchId"
          params={{ searchId: flag.searchId }}
          search={{ candidacy: fact.candidacyId }}
          className={classes['link']}
        >
          {factWords(fact)}
        </Link>
      ) : (
        factWords(fact)
      )}
      , <Moment at={fact.at} zone={zone} as="day" />
      {fact.by ? ` (${fact.by})` : null}.
    </p>
  );
}

function factWords({ kind, what, candidateName }: NonNullable<FlagWhy['fact']>): string {
  const whom = candidateName ?? 'the candidate';
  switch (kind) {
    case 'stage_move':
      return `${whom}’s move to ${what ?? 'their stage'}`;
    case 'activity':
      return `${(ACTIVITY[what as keyof typeof ACTIVITY] ?? 'conversation').toLowerCase()} with ${candidateName ?? 'the client'}`;
    case 'interview':
      return `${whom}’s interview`;
    case 'offer':
      return what === 'extended' || what === null
        ? `the offer to ${whom}`
        : `${whom}’s offer: ${(DECISION[what as keyof typeof DECISION] ?? what).toLowerCase()}`;
    case 'search_opened':
      return 'the opening of the search';
  }
}

function Details({ details }: { details: Detail[] }) {
  if (details.length === 0) return null;
  return (
    <dl className={classes['details']}>
      {details.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
