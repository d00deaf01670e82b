import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';

export const useMailSamples = () =>
  useQuery({
    queryKey: ['mail-previews'],
    queryFn: ({ signal }) => answer(api.GET('/api/mail-previews', { signal })),
    select: ({ items }) => items,
    staleTime: Infinity,
  });

export const useMailPreview = (template: string) =>
  useQuery({
    queryKey: ['mail-previews', template],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/mail-previews/{template}', { params: { path: { template } }, signal })),
    staleTime: 60_000,
  });
