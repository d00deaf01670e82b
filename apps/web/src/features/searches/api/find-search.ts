import { useQuery } from '@tanstack/react-query';
import { searchQuery } from '../../../lib/search-query';

/** The header of a search; asked again as often as its board, so that both agree. */
export const useSearchRecord = (id: string) => useQuery({ ...searchQuery(id), refetchInterval: 10_000 });
