import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';
import { stagesQuery } from '../../../lib/stages-query';
import { useChange } from '../../../lib/use-change';

export const useStages = () => useQuery(stagesQuery);

export const useStageVersions = () =>
  useQuery({
    queryKey: keys.stageVersions(),
    queryFn: ({ signal }) => answer(api.GET('/api/stages/versions', { signal })),
    select: ({ items }) => items,
  });

export type EditStages = Body<'/api/stages', 'patch'>;

export const useEditStages = () =>
  useChange({
    fact: 'stages.stages_changed',
    mutationFn: (body: EditStages) => answer(api.PATCH('/api/stages', { body })),
    keep: (saved, queries) => queries.setQueryData(keys.stages(), saved),
    // what was answered is shown at once; a change made while the rest is asked again is not lost
    waits: false,
    quiet: true,
  });
