import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const useContact = (contactId: string) =>
  useQuery({
    queryKey: keys.contact(contactId),
    queryFn: ({ signal }) => answer(api.GET('/api/contacts/{id}', { params: { path: { id: contactId } }, signal })),
  });
