import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { FileStore, FileTooLarge } from '@app/platform/files/file-store.js';
import { ImportsRepository } from './imports.repository.js';
import type { ImportsErrorCode } from './imports.types.js';
import {
  importFileOf,
  IMPORT_FILES,
  IMPORT_QUOTAS,
  type ImportFileName,
} from '@app/import-files/import-files.types.js';

export interface Upload {
  name: string;
  bytes: AsyncIterable<Buffer>;
}

/** A file that has not grown for an hour is taken for one whose upload was cut off. */
const TOUCH_EVERY_MS = 60_000;
const HOUR = 3_600;
const GB = 1024 ** 3;

/** Files on their way in, and how much of that a firm may ask for. */
@Injectable()
export class UploadIntakeService {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly files: FileStore,
  ) {}

  /** Before the first byte is taken, and in the transaction that makes the run: two at once may not both be the last. */
  async demandRoom(tx: Transaction, firmId: string): Promise<void> {
    const { going, today } = await this.repository.countRuns(tx, firmId);
    if (going >= IMPORT_QUOTAS.goingRuns) {
      const sentence = `Your firm already has ${going} imports waiting or running. Send this one when one of them has finished, or cancel one.`;
      throw new DomainError<ImportsErrorCode>('too_many_imports', sentence, { retryAfter: 60 });
    }
    if (today >= IMPORT_QUOTAS.runsPerDay) {
      const sentence = `Your firm has started ${today} imports within a day, which is the limit. Send this one tomorrow.`;
      throw new DomainError<ImportsErrorCode>('too_many_imports', sentence, { retryAfter: HOUR });
    }
  }

  /** Nothing stays of an upload that is refused or cut off. */
  async store(firmId: string, uploads: AsyncIterable<Upload>): Promise<Map<ImportFileName, string>> {
    const stored = new Map<ImportFileName, string>();
    let left = IMPORT_QUOTAS.bytesPerRun;
    try {
      for await (const { name: given, bytes } of uploads) {
        const name = importFileOf(withoutMarks(given));
        if (!name)
          throw refused(
            'unknown_import_file',
            `${shorten(given) || 'A file without a name'} is not an import file. The import files are ${IMPORT_FILES.join(', ')}.`,
          );
        if (stored.has(name)) throw refused('import_file_twice', `${name} was sent twice.`);
        const most = Math.min(IMPORT_QUOTAS.bytesPerFile, left);
        const file = await this.files.write(firmId, name, this.keepingAlive(firmId, stored, bytes), most);
        left -= file.size;
        stored.set(name, file.id);
      }
      if (stored.size === 0) throw refused('import_without_files', `Send at least one of ${IMPORT_FILES.join(', ')}.`);
      return stored;
    } catch (error) {
      await this.files.remove(firmId, [...stored.values()]);
      if (error instanceof FileTooLarge)
        throw refused(
          'import_file_too_large',
          `A file can be up to ${IMPORT_QUOTAS.bytesPerFile / GB} GB, and all files of an import together up to ${IMPORT_QUOTAS.bytesPerRun / GB} GB; send them in parts.`,
        );
      throw error;
    }
  }

  /** The files before this one wait for the last. */
  private async *keepingAlive(
    firmId: string,
    stored: ReadonlyMap<ImportFileName, string>,
    bytes: AsyncIterable<Buffer>,
  ): AsyncGenerator<Buffer> {
    let touchedAt = performance.now();
    for await (const piece of bytes) {
      if (stored.size > 0 && performance.now() - touchedAt > TOUCH_EVERY_MS) {
        touchedAt = performance.now();
        await this.files.touch(firmId, [...stored.values()]);
      }
      yield piece;
    }
  }
}

const refused = (code: ImportsErrorCode, sentence: string): DomainError =>
  new DomainError<ImportsErrorCode>(code, sentence);
const shorten = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

/** Refused rows that come back mended are called after their file, and browsers number what is there already. */
const withoutMarks = (name: string): string => name.replace(/^refused-/i, '').replace(/ ?\(\d+\)(?=\.csv$)/i, '');
