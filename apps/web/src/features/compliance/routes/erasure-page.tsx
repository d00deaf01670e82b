import { Button, Paper, SimpleGrid, Text } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Page } from '../../../components/page';
import { PlainDate } from '../../../components/plain-date';
import { Loaded } from '../../../components/states';
import { exact } from '../../../lib/dates';
import { useZone } from '../../../lib/session';
import { count } from '../../../lib/words';
import { useErasure } from '../api/erasures';
import { Counts } from '../components/counts';
import { erasedBy, REASON } from '../components/words';

const route = getRouteApi('/app/erasures/$erasureId');

/** The proof of an erasure. It names nobody. */
export function ErasurePage() {
  const { erasureId } = route.useParams();
  const erasure = useErasure(erasureId);
  const zone = useZone();
  return (
    <Loaded query={erasure}>
      {({ id, at, by, person, reason, requestedOn, counts, total }) => (
        <Page
          title="Proof of erasure"
          width="read"
          about={`${count(total, 'record')} outside confidential searches`}
          actions={
            <>
              <Button component={Link} to="/settings/erasures" variant="default">
                All erasures
              </Button>
              <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
                Print
              </Button>
              <Button
                component="a"
                variant="default"
                href={`/api/erasures/${id}`}
                download={`erasure-${id}.json`}
                leftSection={<IconDownload size={16} />}
              >
                Download
              </Button>
            </>
          }
        >
          <Paper p="lg" mb="lg">
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <Detail label="Erased" value={exact(at, zone)} />
              <Detail label="By" value={erasedBy(by)} />
              <Detail label="Reason" value={REASON[reason]} />
              <Detail label="Requested on" value={<PlainDate on={requestedOn} />} />
              <Detail label={person.kind === 'candidate' ? 'Candidate' : 'Contact'} value={person.id} />
              <Detail label="Proof number" value={id} />
            </SimpleGrid>
          </Paper>
          <Paper p="lg">
            <Counts counts={counts} />
          </Paper>
        </Page>
      )}
    </Loaded>
  );
}

function Detail({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Text>
    </div>
  );
}
