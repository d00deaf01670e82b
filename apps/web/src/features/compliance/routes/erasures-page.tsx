import { Anchor } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { ExportMenu } from '../../../components/export-menu';
import type { Column } from '../../../components/list';
import { ListPage } from '../../../components/list-page';
import { Moment } from '../../../components/moment';
import { PlainDate } from '../../../components/plain-date';
import { type Erasure, useErasures } from '../api/erasures';
import { erasedBy, REASON } from '../components/words';

const COLUMNS: Column<Erasure>[] = [
  { head: 'Erased', cell: ({ at }) => <Moment at={at} /> },
  {
    head: 'Proof',
    cell: ({ id, person }) => (
      <Anchor
        renderRoot={(root) => <Link {...root} to="/erasures/$erasureId" params={{ erasureId: id }} />}
        inherit
        underline="always"
        style={{ whiteSpace: 'nowrap' }}
      >
        {person.kind === 'candidate' ? 'Candidate' : 'Contact'} …{person.id.slice(-6)}
      </Anchor>
    ),
  },
  { head: 'Reason', cell: ({ reason }) => REASON[reason] },
  { head: 'Requested on', cell: ({ requestedOn }) => <PlainDate on={requestedOn} /> },
  { head: 'By', cell: ({ by }) => erasedBy(by) },
  { head: 'Records', align: 'right', cell: ({ total }) => total },
];

/** The proofs of all erasures, the latest first. */
export function ErasuresPage() {
  const erasures = useErasures();
  return (
    <ListPage
      title="Erasures"
      about="Who was erased, when and why. A proof names no one: it keeps the number of the record."
      actions={<ExportMenu address="/api/erasures/export" asked={{}} name="erasures" />}
      query={erasures}
      one="erasure"
      none={{
        icon: <IconShieldLock size={22} />,
        title: 'No one has been erased',
        sentence: 'Anyone who asks to be forgotten is erased from their own page, under “Their data”.',
      }}
      label="Erasures"
      minWidth={720}
      columns={COLUMNS}
    />
  );
}
