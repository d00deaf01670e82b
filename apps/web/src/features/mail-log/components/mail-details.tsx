import { Button, Drawer, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Moment } from '../../../components/moment';
import { TablePaper } from '../../../components/table-paper';
import { notifyDone } from '../../../lib/notify';
import { useArrived, useLift, useResend, type LoggedMail } from '../api/mail-log';
import { StateMark } from './state-mark';
import { WaitsUntil } from './waits-until';
import { ATTEMPT, MAIL_FORM, MAIL_KIND, sentenceFor } from './words';

export function MailDetails({ mail, onClose }: { mail: LoggedMail | null; onClose: () => void }) {
  return (
    <Drawer
      opened={mail !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title="Email"
      overlayProps={{ backgroundOpacity: 0.18 }}
      closeButtonProps={{ 'aria-label': 'Close the email' }}
    >
      {mail ? <Details mail={mail} onDone={onClose} /> : null}
    </Drawer>
  );
}

function Details({ mail, onDone }: { mail: LoggedMail; onDone: () => void }) {
  const kinds = mail.kinds.map((kind) => MAIL_KIND[kind]).join(', ');
  return (
    <Stack gap="lg">
      <div>
        <Title order={2}>{MAIL_FORM[mail.form]}</Title>
        <Text size="sm" c="dimmed">
          To {mail.recipient.name}, due <Moment at={mail.dueAt} />
          {kinds ? `. It tells: ${kinds}.` : '.'}
        </Text>
      </div>
      <div>
        <StateMark mail={mail} />
        <Text size="sm" mt={6}>
          {sentenceFor(mail)}
        </Text>
        <WaitsUntil mail={mail} />
        {mail.resolvedBy && mail.resolvedAt ? (
          <Text size="sm" c="dimmed">
            Decided by {mail.resolvedBy.name}, <Moment at={mail.resolvedAt} />
          </Text>
        ) : null}
      </div>
      <Decisions mail={mail} onDone={onDone} />
      {mail.attempts.length > 0 ? (
        <div>
          <Title order={3} mb="xs">
            Attempts
          </Title>
          <TablePaper minWidth={480} label="Attempts">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>When</Table.Th>
                <Table.Th>Result</Table.Th>
                <Table.Th>The server’s answer</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {mail.attempts.map((attempt) => (
                <Table.Tr key={attempt.number}>
                  <Table.Td>
                    <Moment at={attempt.startedAt} />
                  </Table.Td>
                  <Table.Td>{ATTEMPT[attempt.result]}</Table.Td>
                  <Table.Td>{attempt.response}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </TablePaper>
        </div>
      ) : null}
    </Stack>
  );
}

function Decisions({ mail, onDone }: { mail: LoggedMail; onDone: () => void }) {
  const lift = useLift();
  return (
    <>
      {mail.actions.resend ? <Undecided mail={mail} onDone={onDone} /> : null}
      {mail.suppression ? (
        <Stack gap={6} align="flex-start">
          <Text size="sm">
            No email goes to {mail.recipient.name} since <Moment at={mail.suppression.since} />:{' '}
            {mail.suppression.reason}.
          </Text>
          <Button
            variant="default"
            loading={lift.isPending}
            onClick={() => lift.mutate(mail.suppression?.id ?? '', { onSuccess: onDone })}
          >
            Allow emails again
          </Button>
        </Stack>
      ) : null}
    </>
  );
}

/** A second copy cannot be taken back, so it is asked for twice. */
function Undecided({ mail, onDone }: { mail: LoggedMail; onDone: () => void }) {
  const [resend, arrived] = [useResend(), useArrived()];
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <Group gap="xs">
        <Button onClick={() => setSure(true)}>Send it again</Button>
        <Button
          variant="default"
          loading={arrived.isPending}
          onClick={() => arrived.mutate(mail.id, { onSuccess: onDone })}
        >
          It arrived
        </Button>
      </Group>
    );
  }
  const send = (): void =>
    resend.mutate(mail.id, {
      onSuccess: () => {
        notifyDone('It will be sent again.');
        onDone();
      },
    });
  return (
    <Stack gap="xs" role="group" aria-label="Send it again?">
      <Text size="sm">If the first one did arrive, {mail.recipient.name} gets it twice. That cannot be undone.</Text>
      <Group gap="xs">
        <Button autoFocus loading={resend.isPending} onClick={send}>
          Yes, send it again
        </Button>
        <Button variant="default" onClick={() => setSure(false)}>
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}
