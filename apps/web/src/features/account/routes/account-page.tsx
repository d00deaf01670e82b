import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { useAccount } from '../api/account';
import { NameForm } from '../components/name-form';
import { PasswordForm } from '../components/password-form';
import { SessionList } from '../components/session-list';

export function AccountPage() {
  const account = useAccount();
  return (
    <Page title="Your account" about="Your name, your password, and where you are signed in." width="read">
      <Stack gap="lg">
        <Loaded query={account}>
          {(found) => (
            <>
              <Section title="You">
                <NameForm key={found.version} account={found} />
              </Section>
              <Section title="Password">
                <PasswordForm account={found} />
              </Section>
            </>
          )}
        </Loaded>
        <Section title="Where you are signed in">
          <SessionList />
        </Section>
        <Text size="sm">
          Choose what you are mailed about under{' '}
          <Anchor component={Link} to="/settings/notifications" size="sm" underline="always">
            Notifications
          </Anchor>
          .
        </Text>
      </Stack>
    </Page>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper p="lg" component="section" aria-label={title}>
      <Title order={2} mb="md">
        {title}
      </Title>
      {children}
    </Paper>
  );
}
