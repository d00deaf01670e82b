import '@fastify/multipart';
import { DomainError } from '@app/platform/errors/domain-error.js';
import type { ImportsErrorCode } from '@app/imports/imports.types.js';
import type { Upload } from '@app/imports/imports.service.js';
import type { ApiRequest } from '../http/request.js';

/** The files of a form one after the other, each as it comes: none is ever held in memory. */
export async function* uploadsOf(request: ApiRequest): AsyncGenerator<Upload> {
  if (!request.isMultipart()) {
    throw new DomainError<ImportsErrorCode>(
      'import_without_files',
      'Send the CSV files as a form (multipart/form-data), each under its own name.',
    );
  }
  for await (const part of request.files()) yield { name: part.filename, bytes: part.file };
}
