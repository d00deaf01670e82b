import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer, Body } from '../../../lib/answers';
import { answer, api } from '../../../lib/api';

const KEY = ['notification settings'];

export type NotificationSettings = Answer<'/api/me/notification-settings'>;
export type Kind = NotificationSettings['kinds'][number]['kind'];
export type Mode = NotificationSettings['kinds'][number]['mode'];
export type ChangedSettings = Body<'/api/me/notification-settings', 'patch'>;

export const useNotificationSettings = () =>
  useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => answer(api.GET('/api/me/notification-settings', { signal })),
  });

export function useSaveNotificationSettings() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangedSettings) => answer(api.PATCH('/api/me/notification-settings', { body })),
    onSuccess: (saved) => queryClient.setQueryData(KEY, saved),
    meta: { quiet: true },
  });
}
