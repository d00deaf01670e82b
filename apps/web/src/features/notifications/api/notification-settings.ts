import { useQuery } from '@tanstack/react-query';
import type { Answer, Body } from '../../../lib/answers';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';
import { useChange } from '../../../lib/use-change';

export type NotificationSettings = Answer<'/api/me/notification-settings'>;
export type Kind = NotificationSettings['kinds'][number]['kind'];
export type Mode = NotificationSettings['kinds'][number]['mode'];
export type ChangedSettings = Body<'/api/me/notification-settings', 'patch'>;

export const useNotificationSettings = () =>
  useQuery({
    queryKey: keys.notificationSettings(),
    queryFn: ({ signal }) => answer(api.GET('/api/me/notification-settings', { signal })),
  });

export const useSaveNotificationSettings = () =>
  useChange({
    fact: 'notifications.settings_saved',
    mutationFn: (body: ChangedSettings) => answer(api.PATCH('/api/me/notification-settings', { body })),
    keep: (saved, queries) => queries.setQueryData(keys.notificationSettings(), saved),
    quiet: true,
  });
