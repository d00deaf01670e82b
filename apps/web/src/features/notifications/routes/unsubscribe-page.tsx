import { Alert, Anchor, Button, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Brand } from '../../../components/brand';
import { useTitle } from '../../../components/page';
import { Waiting } from '../../../components/states';
import { sentenceOf } from '../../../lib/problem';
import { useSubscribe, useUnsubscription } from '../api/unsubscription';

const route = getRouteApi('/unsubscribe');
const WORDS = {
  daily_digest: ownMail('daily digest'),
  pipeline_health: ownMail('Monday email'),
  client_feedback: {
    ask: 'You get an email when your feedback is due. Do you want to stop these emails?',
    done: 'You no longer get these emails. Anything written to you personally still reaches you.',
    stop: 'Stop these emails',
    undo: 'Undo: send them again',
  },
};

function ownMail(name: string) {
  return {
    ask: `You get the ${name}. Do you want to stop it?`,
    done: `You no longer get the ${name}. What it would say is still in your reminders.`,
    stop: `Stop the ${name}`,
    undo: 'Undo: send it again',
  };
}

/** Opening the page changes nothing: mail programs open links too. */
export function UnsubscribePage() {
  const { token } = route.useSearch();
  const found = useUnsubscription(token);
  const subscribe = useSubscribe(token ?? '');
  useTitle('Your emails');
  const refusal = token ? (found.error ?? subscribe.error) : null;
  const words = found.data ? WORDS[found.data.kind] : null;
  // a client's contact has no settings
  const hasSettings = !(token && found.isPending) && found.data?.kind !== 'client_feedback';
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper p="xl" maw={460} w="100%">
        <Stack gap="md">
          <Brand />
          <Title order={1} size="h2">
            Your emails
          </Title>
          {!token ? <Alert color="red">This link is not complete. Use the one in the email.</Alert> : null}
          {refusal ? <Alert color="red">{sentenceOf(refusal)}</Alert> : null}
          {token && found.isPending ? <Waiting rows={1} /> : null}
          {found.data && words ? (
            <>
              <Text role="status">{found.data.subscribed ? words.ask : words.done}</Text>
              <Button
                variant={found.data.subscribed ? 'filled' : 'default'}
                loading={subscribe.isPending}
                onClick={() => subscribe.mutate(!found.data.subscribed)}
              >
                {found.data.subscribed ? words.stop : words.undo}
              </Button>
            </>
          ) : null}
          {hasSettings ? (
            <Anchor component={Link} to="/settings/notifications" size="sm">
              Choose what you are mailed about, and when
            </Anchor>
          ) : null}
        </Stack>
      </Paper>
    </Center>
  );
}
