import { useQuery } from '@tanstack/react-query';
import { clientQuery } from '../../../components/pickers/contacts';

export const useClient = (id: string) => useQuery(clientQuery(id));
