import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { CheckIn } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export const useCheckIns = (offerId: string) =>
  useQuery({
    queryKey: keys.checkIns(offerId),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/offers/{id}/check-ins', { params: { path: { id: offerId } }, signal })),
    select: ({ items }) => items,
  });

/** Still to be held and due on a day at the latest, in the searches one works on. */
export const useDueCheckIns = (until: string) =>
  useQuery({
    queryKey: keys.dueCheckIns(until),
    queryFn: ({ signal }) => answer(api.GET('/api/check-ins', { params: { query: { until } }, signal })),
    select: ({ items }) => items,
  });

export const useTickCheckIn = () =>
  useChange({
    fact: ({ done }) => (done ? 'offers.check_in_done' : 'offers.check_in_undone'),
    mutationFn: ({ checkIn: { id, version }, done, note }: { checkIn: CheckIn; done: boolean; note?: string }) => {
      const params = { path: { id } };
      return answer(
        done
          ? api.POST('/api/check-ins/{id}/done', { params, body: { version, note: note || undefined } })
          : api.POST('/api/check-ins/{id}/undone', { params, body: { version } }),
      );
    },
  });
