import { useMutation, useQueryClient } from '@tanstack/react-query';
import { upload } from '../../../lib/api';
import type { ImportRun } from '../../../lib/answers';

export interface StartImport {
  files: File[];
  check: boolean;
}

export function useStartImport() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ files, check }: StartImport) => {
      const form = new FormData();
      for (const file of files) form.append('files', file, file.name);
      return upload<ImportRun>(`/api/imports?check=${check}`, form);
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['imports'] }),
  });
}
