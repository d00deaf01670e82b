import { Button, Drawer, Group, Stack, Table, Text, Title } from '@mantine/core';
import { Moment } from '../../../components/moment';
import { TablePaper } from '../../../components/table-paper';
import { notifyDone } from '../../../lib/notify';
import { useArrived, useLift, useResend, type OutboxMail } from '../api/outbox';
import { ATTEMPT, MAIL_FORM, MAIL_KIND, MAIL_STATE } from './words';

export function MailDetails({ mail, onClose }: { mail: OutboxMail | null; onClose: () => void }) {
  return (
    <Drawer opened={mail !== null} onClose={onClose} position="right" size="lg" title="Mail">
      {mail ? <Details mail={mail} onDone={onClose} /> : null}
    </Drawer>
  );
}

function Details({ mail, onDone }: { mail: OutboxMail; onDone: () => void }) {
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
        <Text fw={580}>{MAIL_STATE[mail.state].label}</Text>
        <Text size="sm">{sentenceFor(mail)}</Text>
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

function Decisions({ mail, onDone }: { mail: OutboxMail; onDone: () => void }) {
  const [resend, arrived, lift] = [useResend(), useArrived(), useLift()];
  return (
    <>
      {mail.actions.resend ? (
        <Group gap="xs">
          <Button
            loading={resend.isPending}
            onClick={() =>
              resend.mutate(mail.id, {
                onSuccess: () => {
                  notifyDone('It goes out once more.');
                  onDone();
                },
              })
            }
          >
            Send it again
          </Button>
          <Button
            variant="default"
            loading={arrived.isPending}
            onClick={() => arrived.mutate(mail.id, { onSuccess: onDone })}
          >
            It arrived
          </Button>
        </Group>
      ) : null}
      {mail.suppression ? (
        <Stack gap={6} align="flex-start">
          <Text size="sm">
            No mail goes to {mail.recipient.name} since <Moment at={mail.suppression.since} />:{' '}
            {mail.suppression.reason}.
          </Text>
          <Button
            variant="default"
            loading={lift.isPending}
            onClick={() => lift.mutate(mail.suppression?.id ?? '', { onSuccess: onDone })}
          >
            Allow mails again
          </Button>
        </Stack>
      ) : null}
    </>
  );
}

function sentenceFor(mail: OutboxMail): string {
  if (mail.bouncedAt) return `It came back: ${mail.bounceReason ?? 'no reason given'}`;
  if (mail.resentAs) return 'It was sent once more, as a new mail.';
  if (mail.state === 'uncertain') {
    return 'The mail was on its way when the answer was lost. Ask the recipient, or send it again at the risk of a second copy.';
  }
  return mail.response && mail.state !== 'sent' ? mail.response : `${MAIL_STATE[mail.state].about}.`;
}
