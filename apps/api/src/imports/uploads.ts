import '@fastify/multipart';
import { DomainError } from '@app/platform/errors/domain-error.js';
import type { ImportsErrorCode } from '@app/imports/imports.types.js';
import type { Upload } from '@app/imports/upload-intake.service.js';
import type { HttpErrorCode } from '../http/problems.js';
import type { ApiRequest } from '../http/request.js';

const HOW = 'Send the CSV files as a form (multipart/form-data), each under its own name.';

/** The files of a form one after the other, each as it comes: none is ever held in memory. */
export async function* uploadsOf(request: ApiRequest): AsyncGenerator<Upload> {
  if (!request.isMultipart()) throw new DomainError<ImportsErrorCode>('import_without_files', HOW);
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') throw broken(`The form has a field "${part.fieldname}" that is no file. ${HOW}`);
      yield { name: part.filename, bytes: whole(part.file) };
    }
  } catch (error) {
    throw inWords(error);
  }
}

async function* whole(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* file;
  } catch (error) {
    throw inWords(error);
  }
}

/** Everything else that can go wrong here lies in the form: its reader knows no other faults. */
function inWords(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const { code } = error as { code?: string };
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT') {
    return broken('The form has more files than an import has. Send each file once.');
  }
  if (code === 'FST_REQ_FILE_TOO_LARGE') {
    return new DomainError<ImportsErrorCode>('import_file_too_large', 'A file is larger than an import takes.');
  }
  return broken('The form is cut off or is not valid multipart/form-data. Nothing was taken in; send it again.');
}

const broken = (sentence: string): DomainError<HttpErrorCode> => new DomainError('broken_form', sentence);
