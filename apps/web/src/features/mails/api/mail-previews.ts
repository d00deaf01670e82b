import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import { keys } from '../../../lib/query-keys';

export const useMailSamples = () =>
  useQuery({
    queryKey: keys.mailPreviews(),
    queryFn: ({ signal }) => answer(api.GET('/api/mail-previews', { signal })),
    select: ({ items }) => items,
    staleTime: Infinity,
  });

export const useMailPreview = (template: string) =>
  useQuery({
    queryKey: keys.mailPreview(template),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/mail-previews/{template}', { params: { path: { template } }, signal })),
    staleTime: 60_000,
  });
