import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ExportMenu } from '../../../components/export-menu';
import { Filter, FilterBar, narrowed } from '../../../components/filters';
import { FindBox } from '../../../components/find-box';
import type { Column } from '../../../components/list';
import { ListPage } from '../../../components/list-page';
import { Moment } from '../../../components/moment';
import { Tip } from '../../../components/tip';
import { rowsOf } from '../../../lib/pages';
import { options } from '../../../lib/words';
import { useMailLog, useMailLogFigures, type MailState, type MailLogFilter, type LoggedMail } from '../api/mail-log';
import { MailDetails } from '../components/mail-details';
import { StateMark } from '../components/state-mark';
import { WaitsUntil } from '../components/waits-until';
import { MAIL_FORM, MAIL_KIND, MAIL_STATE, sentenceFor } from '../components/words';

const route = getRouteApi('/app/settings/mail-log');
const STATES = Object.entries(MAIL_STATE).map(([value, { label }]) => ({ value, label }));

const columns = (open: (id: string) => void): Column<LoggedMail>[] => [
  {
    head: 'Due',
    cell: (mail) => (
      <>
        <Moment at={mail.dueAt} />
        <WaitsUntil mail={mail} />
      </>
    ),
  },
  { head: 'To', cell: ({ recipient }) => recipient.name },
  { head: 'Email', cell: ({ form, resendOf }) => `${MAIL_FORM[form]}${resendOf ? ', sent again' : ''}` },
  {
    head: 'State',
    cell: (mail) => (
      <Tip label={sentenceFor(mail)}>
        <span>
          <StateMark mail={mail} />
        </span>
      </Tip>
    ),
  },
  { head: 'Attempts', cell: ({ attempts }) => attempts.length },
  {
    head: <VisuallyHidden>Details</VisuallyHidden>,
    cell: ({ id, recipient }) => (
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`Details of the email to ${recipient.name}`}
        onClick={() => open(id)}
      >
        Details
      </Button>
    ),
  },
];

/** Every mail of the firm and what became of it. */
export function MailLogPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const mails = useMailLog(filter);
  const [openId, setOpenId] = useState<string | null>(null);
  const narrow = (change: Partial<MailLogFilter>): void =>
    void navigate({ search: (before) => narrowed<MailLogFilter>(before, change), replace: true });
  const open = rowsOf(mails.data?.pages ?? []).find(({ id }) => id === openId) ?? null;
  return (
    <ListPage
      title="Email log"
      about="Every email, what the mail server said, and what needs a person’s decision."
      actions={
        <ExportMenu
          address="/api/mail-log/export"
          asked={{ state: filter.state, kind: filter.kind, recipient: filter.q }}
          name="mail-log"
        />
      }
      filters={<Filters filter={filter} narrow={narrow} />}
      query={mails}
      one="email"
      none={{
        icon: <IconMailCheck size={22} />,
        title: 'No emails yet',
        sentence: 'Emails appear here as soon as someone is due a reminder.',
      }}
      filtered={
        Object.values(filter).some(Boolean) && {
          title: 'No matching emails',
          sentence: 'No email matches these filters.',
          showAll: () => void navigate({ search: {} }),
        }
      }
      label="Emails"
      minWidth={720}
      columns={columns(setOpenId)}
      over={<MailDetails mail={open} onClose={() => setOpenId(null)} />}
    />
  );
}

interface FiltersProps {
  filter: MailLogFilter;
  narrow: (change: Partial<MailLogFilter>) => void;
}

function Filters({ filter: { q, state, kind }, narrow }: FiltersProps) {
  return (
    <>
      <Figures chosen={state} choose={(chosen) => narrow({ state: chosen })} />
      <FilterBar>
        <FindBox label="Find a recipient" value={q ?? ''} onChange={(value) => narrow({ q: value })} />
        <Filter label="State" data={STATES} value={state} onChange={(chosen) => narrow({ state: chosen })} />
        <Filter
          label="Kind"
          width={200}
          data={options(MAIL_KIND)}
          value={kind}
          onChange={(chosen) => narrow({ kind: chosen })}
        />
      </FilterBar>
    </>
  );
}

function Figures({
  chosen,
  choose,
}: {
  chosen: MailState | undefined;
  choose: (state: MailState | undefined) => void;
}) {
  const { data } = useMailLogFigures();
  if (!data) return null;
  return (
    <Group gap="xs" mb="md">
      {(Object.keys(MAIL_STATE) as MailState[]).map((state) => (
        <Button
          key={state}
          size="compact-sm"
          variant={chosen === state ? 'filled' : 'default'}
          aria-pressed={chosen === state}
          onClick={() => choose(chosen === state ? undefined : state)}
        >
          {MAIL_STATE[state].label} {data.counts[state]}
        </Button>
      ))}
      {data.oldestDueAt ? (
        <Text size="sm" c="dimmed">
          The oldest has been due since <Moment at={data.oldestDueAt} />
        </Text>
      ) : null}
    </Group>
  );
}
