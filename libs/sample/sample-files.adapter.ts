import { Readable } from 'node:stream';
import { IMPORT_FILES } from '@app/import-files/import-files.types.js';
import type { ImportSource } from '@app/merges/importer.service.js';
import { localDateOf } from '@app/platform/time/zone.js';

/** The generated firm as files that an import reads; everything in it happened before the day of `now`. */
export async function sampleSource(now: Date): Promise<ImportSource> {
  const { sampleFirm } = await import('../../tools/generate/sample-firm.mjs');
  const texts = await sampleFirm(localDateOf(now, 'UTC'));
  return {
    names: new Set(IMPORT_FILES.filter((name) => texts.has(name))),
    open: (name, firstByte) => Readable.from([Buffer.from(texts.get(name) ?? '').subarray(firstByte)]),
  };
}
