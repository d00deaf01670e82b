import { useQuery } from '@tanstack/react-query';
import { choice, ClientFilter, LeadFilter } from '../../components/filters';
import type { Narrowing } from '../../components/list-bar';
import { clientQuery } from '../../components/pickers/contacts';
import { useOffices } from '../../components/pickers/offices';
import { useUsers } from '../../components/pickers/users';
import { useRoleTemplates } from '../../lib/role-templates-query';
import { officeName } from '../../lib/words';
import type { SearchListParams } from '../search-params';

type Slice = Pick<SearchListParams, 'leadId' | 'clientId' | 'officeId' | 'roleKey'>;

/** Whose searches: of one lead, client, office or role. */
export function useSliceNarrowings(
  { leadId, clientId, officeId, roleKey }: Slice,
  change: (changes: Partial<Slice>) => void,
): Narrowing[] {
  const { data: people } = useUsers();
  const { data: offices } = useOffices();
  const { data: roles } = useRoleTemplates();
  const { data: client } = useQuery({ ...clientQuery(clientId ?? ''), enabled: clientId !== undefined });
  const office = Object.fromEntries((offices ?? []).map(({ id, key }) => [id, officeName(key)]));
  const role: Record<string, string> = Object.fromEntries(
    [...(roles?.items ?? []), ...(roles?.archived ?? [])].map(({ key, title }) => [key, title]),
  );
  return [
    {
      key: 'leadId',
      label: 'Lead',
      said: leadId && (people?.find(({ id }) => id === leadId)?.name ?? 'somebody'),
      field: <LeadFilter value={leadId} onChange={(next) => change({ leadId: next })} />,
    },
    {
      key: 'clientId',
      label: 'Client',
      said: clientId && (client?.name ?? 'one of them'),
      field: <ClientFilter value={clientId} name={client?.name} onChange={(next) => change({ clientId: next })} />,
    },
    choice('officeId', 'Office', office, officeId, (next) => change({ officeId: next })),
    choice('roleKey', 'Role', role, roleKey, (next) => change({ roleKey: next })),
  ];
}
