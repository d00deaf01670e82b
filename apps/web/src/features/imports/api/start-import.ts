import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { useChange } from '../../../lib/use-change';

export interface StartImport {
  files: File[];
  check: boolean;
}

/** The document calls a file a string; in a browser it is a File in a form. */
function formOf(files: File[]): Body<'/api/imports'> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return form as unknown as Body<'/api/imports'>;
}

export const useStartImport = () =>
  useChange({
    fact: 'imports.import_started',
    mutationFn: ({ files, check }: StartImport) =>
      answer(api.POST('/api/imports', { params: { query: { check: check ? 'true' : 'false' } }, body: formOf(files) })),
  });
