import { Box, Group, SegmentedControl, Stack, Title } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useLayoutEffect, useState, type ReactNode } from 'react';
import { useTitle } from '../../components/page';
import { FORMS } from './forms';
import { LISTS } from './lists';
import { MARKS } from './marks';
import { sampleQueries } from './samples';

type Scheme = 'light' | 'dark';
const SHELVES: { title: string; shown: Record<string, ReactNode> }[] = [
  { title: 'Marks and words', shown: MARKS },
  { title: 'Lists and states', shown: LISTS },
  { title: 'Forms and pickers', shown: FORMS },
];

/** Every shared component in its states, with invented data and no server; in development only. */
export function ComponentsPage() {
  useTitle('Components');
  const scheme = new URLSearchParams(window.location.search).get('scheme');
  return scheme === 'light' || scheme === 'dark' ? <Catalogue scheme={scheme} /> : <SideBySide />;
}

/** Each scheme in a document of its own: what hangs in a portal then has its colours too. */
function SideBySide() {
  const [shown, setShown] = useState<'both' | Scheme>('both');
  const schemes: Scheme[] = shown === 'both' ? ['light', 'dark'] : [shown];
  return (
    <Box h="100dvh" style={{ display: 'grid', gridTemplateRows: 'auto 1fr' }}>
      <Group p="sm" justify="space-between">
        <Title order={1}>Every shared component</Title>
        <SegmentedControl
          aria-label="Colours"
          value={shown}
          onChange={(value) => setShown(value as typeof shown)}
          data={[
            { value: 'both', label: 'Both' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </Group>
      <div style={{ display: 'grid', gridTemplateColumns: `repeat(${schemes.length}, minmax(0, 1fr))` }}>
        {schemes.map((scheme) => (
          <iframe
            key={scheme}
            title={`Components, ${scheme}`}
            src={`/components?scheme=${scheme}`}
            style={{ width: '100%', height: '100%', border: 0 }}
          />
        ))}
      </div>
    </Box>
  );
}

function Catalogue({ scheme }: { scheme: Scheme }) {
  const [queries] = useState(sampleQueries);
  useLayoutEffect(() => {
    document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
  }, [scheme]);
  return (
    <QueryClientProvider client={queries}>
      <Stack component="main" p="lg" gap="xl">
        {SHELVES.map(({ title, shown }) => (
          <section key={title} aria-label={title}>
            <Title order={2} mb="md">
              {title}
            </Title>
            <Stack gap="lg">
              {Object.entries(shown).map(([name, component]) => (
                <article key={name} aria-label={name}>
                  <Title order={3} c="dimmed" mb={6}>
                    {name}
                  </Title>
                  {component}
                </article>
              ))}
            </Stack>
          </section>
        ))}
      </Stack>
    </QueryClientProvider>
  );
}
