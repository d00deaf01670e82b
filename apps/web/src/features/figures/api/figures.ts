import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Asked } from '../../../lib/answers';
import { keys } from '../../../lib/query-keys';

/** Which searches the figures are of. */
export type AskedFigures = Asked<'/api/figures'>;
export type AskedTwice = Asked<'/api/figures/side-by-side'>;

export const useFigures = (asked: AskedFigures) =>
  useQuery({
    queryKey: keys.figures(asked),
    queryFn: ({ signal }) => answer(api.GET('/api/figures', { params: { query: asked }, signal })),
    placeholderData: keepPreviousData,
  });

export const useSideBySide = (asked: AskedTwice) =>
  useQuery({
    queryKey: keys.sideBySide(asked),
    queryFn: ({ signal }) => answer(api.GET('/api/figures/side-by-side', { params: { query: asked }, signal })),
    placeholderData: keepPreviousData,
  });
