import { Group, Text, Title } from '@mantine/core';
import { IconArrowRight, IconHelpCircle, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { HealthBadge } from '../../../components/health-badge';
import { Tip } from '../../../components/tip';
import type { Search } from '../../../lib/answers';
import { plainDate } from '../../../lib/dates';
import { useNow } from '../../../lib/use-now';
import { CLOSE_REASON, HEALTH } from '../../../lib/words';
import classes from './search-header.module.css';

interface SearchHeaderProps {
  search: Search;
  actions: ReactNode;
}

/** One look must tell: which day it is, who is about to be lost, what to do next. */
export function SearchHeader({ search, actions }: SearchHeaderProps) {
  return (
    <header className={classes['header']}>
      <div className={classes['top']}>
        <div>
          <Text size="sm" c="dimmed">
            <Link to="/clients/$clientId" params={{ clientId: search.client.id }} className={classes['client']}>
              {search.client.name}
            </Link>
            {search.ref ? ` · ${search.ref}` : null} · led by {search.lead.name}
          </Text>
          <Group gap="sm" mt={2} align="center">
            <Title order={1}>{search.title}</Title>
            {search.confidential ? (
              <Tip label="Confidential: only its team sees it">
                <IconLock size={18} role="img" aria-label="Confidential" />
              </Tip>
            ) : null}
          </Group>
        </div>
        <Group gap="xs">{actions}</Group>
      </div>
      <State search={search} />
    </header>
  );
}

function Health({ search }: { search: Search }) {
  const badge = <HealthBadge health={search.health} status={search.status} />;
  if (!search.reason) return badge;
  return (
    <Link
      to="/searches/$searchId"
      params={{ searchId: search.id }}
      search={(before) => ({ ...before, why: 'worst' })}
      className={classes['why']}
      aria-label={`${search.health ? HEALTH[search.health] : ''}: why?`}
    >
      {badge}
      <IconHelpCircle size={15} aria-hidden />
    </Link>
  );
}

function State({ search }: { search: Search }) {
  const now = useNow();
  return (
    <div className={classes['state']}>
      <Health search={search} />
      <span className={classes['day']}>
        <b>Day {search.day}</b>
        {search.targetDate ? ` · target date ${plainDate(search.targetDate, now)}` : null}
      </span>
      {search.closeReason && search.status === 'closed' ? <span>{CLOSE_REASON[search.closeReason]}</span> : null}
      {search.reason ? (
        <Link
          to="/searches/$searchId"
          params={{ searchId: search.id }}
          search={{ tab: 'flags', why: 'worst' }}
          className={classes['reason']}
        >
          {search.reason}
        </Link>
      ) : null}
      {search.nextStep ? (
        <span className={classes['step']}>
          <IconArrowRight size={15} aria-hidden />
          {search.nextStep}
        </span>
      ) : null}
    </div>
  );
}
