import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { useChange } from '../../../lib/use-change';

export type NewActivity = Body<'/api/activities'>;

export const useLogActivity = () =>
  useChange({
    fact: 'activities.activity_logged',
    mutationFn: (body: NewActivity) => answer(api.POST('/api/activities', { body })),
    quiet: true,
  });
