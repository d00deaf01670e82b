import { Alert, Anchor, Button, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Brand } from '../../../components/brand';
import { useTitle } from '../../../components/page';
import { Waiting } from '../../../components/states';
import { sentenceOf } from '../../../lib/problem';
import { useSubscribe, useUnsubscription } from '../api/reminders';

const route = getRouteApi('/unsubscribe');
const MAIL = { daily_digest: 'daily digest', pipeline_health: 'Monday mail' } as const;

/** Opening the page changes nothing: mail programs open links too. */
export function UnsubscribePage() {
  const { token } = route.useSearch();
  const found = useUnsubscription(token);
  const subscribe = useSubscribe(token ?? '');
  useTitle('Mails you get');
  const refusal = token ? (found.error ?? subscribe.error) : null;
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper p="xl" maw={460} w="100%">
        <Stack gap="md">
          <Brand />
          <Title order={1} size="h2">
            Mails you get
          </Title>
          {!token ? <Alert color="red">This link is not complete. Use the one in the mail.</Alert> : null}
          {refusal ? <Alert color="red">{sentenceOf(refusal)}</Alert> : null}
          {token && found.isPending ? <Waiting rows={1} /> : null}
          {found.data ? (
            <>
              <Text role="status">
                {found.data.subscribed
                  ? `You get the ${MAIL[found.data.kind]}. Do you want to stop it?`
                  : `You do not get the ${MAIL[found.data.kind]} any more. What it would say stands in your reminders.`}
              </Text>
              <Button
                variant={found.data.subscribed ? 'filled' : 'default'}
                loading={subscribe.isPending}
                onClick={() => subscribe.mutate(!found.data.subscribed)}
              >
                {found.data.subscribed ? `Stop the ${MAIL[found.data.kind]}` : 'Undo: send it again'}
              </Button>
            </>
          ) : null}
          <Anchor component={Link} to="/settings/notifications" size="sm">
            Choose what reaches you and when
          </Anchor>
        </Stack>
      </Paper>
    </Center>
  );
}
