import { Button, Group, Select, Table, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FindBox } from '../../../components/find-box';
import { Moment } from '../../../components/moment';
import { More } from '../../../components/more';
import { Page } from '../../../components/page';
import { Empty, Loaded } from '../../../components/states';
import { TablePaper } from '../../../components/table-paper';
import { useOutbox, useOutboxFigures, type MailKind, type MailState, type OutboxMail } from '../api/outbox';
import { MailDetails } from '../components/mail-details';
import { StateMark } from '../components/state-mark';
import { MAIL_FORM, MAIL_KIND, MAIL_STATE, sentenceFor } from '../components/words';

const route = getRouteApi('/app/settings/outbox');
const STATES = Object.entries(MAIL_STATE).map(([value, { label }]) => ({ value, label }));
const KINDS = Object.entries(MAIL_KIND).map(([value, label]) => ({ value, label }));

/** Every mail of the firm and what became of it. */
export function OutboxPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const mails = useOutbox(filter);
  const [openId, setOpenId] = useState<string | null>(null);
  const narrow = (change: Partial<typeof filter>): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <Page title="Outbox" about="Every mail, what the mail server said, and what needs a person’s decision.">
      <Figures chosen={filter.state} choose={(state) => narrow({ state })} />
      <Group mb="md" align="flex-start">
        <FindBox label="Find a recipient" value={filter.q ?? ''} onChange={(q) => narrow({ q: q || undefined })} />
        <Select
          aria-label="State"
          placeholder="Any state"
          data={STATES}
          value={filter.state ?? null}
          clearable
          onChange={(state) => narrow({ state: (state as MailState | null) ?? undefined })}
        />
        <Select
          aria-label="Kind"
          placeholder="Any kind"
          data={KINDS}
          value={filter.kind ?? null}
          clearable
          onChange={(kind) => narrow({ kind: (kind as MailKind | null) ?? undefined })}
        />
      </Group>
      <Loaded query={mails}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          const open = rows.find(({ id }) => id === openId) ?? null;
          if (rows.length === 0)
            return (
              <Empty icon={<IconMailCheck size={22} />} title="No mail here">
                Mails appear as soon as somebody is to be reminded of something.
              </Empty>
            );
          return (
            <>
              <MailTable rows={rows} open={setOpenId} />
              <More
                hasMore={mails.hasNextPage}
                loading={mails.isFetchingNextPage}
                load={() => void mails.fetchNextPage()}
                shown={rows.length}
                one="mail"
              />
              <MailDetails mail={open} onClose={() => setOpenId(null)} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Figures({
  chosen,
  choose,
}: {
  chosen: MailState | undefined;
  choose: (state: MailState | undefined) => void;
}) {
  const { data } = useOutboxFigures();
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

function MailTable({ rows, open }: { rows: OutboxMail[]; open: (id: string) => void }) {
  return (
    <TablePaper minWidth={720} label="Mails">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Due</Table.Th>
          <Table.Th>To</Table.Th>
          <Table.Th>Mail</Table.Th>
          <Table.Th>State</Table.Th>
          <Table.Th>Attempts</Table.Th>
          <Table.Th>
            <VisuallyHidden>Details</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((mail) => (
          <Table.Tr key={mail.id}>
            <Table.Td>
              <Moment at={mail.dueAt} />
            </Table.Td>
            <Table.Td>{mail.recipient.name}</Table.Td>
            <Table.Td>
              {MAIL_FORM[mail.form]}
              {mail.resendOf ? ', sent again' : ''}
            </Table.Td>
            <Table.Td>
              <Tooltip label={sentenceFor(mail)} multiline maw={320}>
                <span>
                  <StateMark mail={mail} />
                </span>
              </Tooltip>
            </Table.Td>
            <Table.Td>{mail.attempts.length}</Table.Td>
            <Table.Td>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`Details of the mail to ${mail.recipient.name}`}
                onClick={() => open(mail.id)}
              >
                Details
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </TablePaper>
  );
}
