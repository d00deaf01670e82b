import { StreamableFile } from '@nestjs/common';
import type { SheetFile } from '@app/sheets/sheets.types.js';

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;
export const SHEET = {
  content: {
    'text/csv': BYTES,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': BYTES,
  },
};

export const sent = ({ name, type, bytes }: SheetFile): StreamableFile =>
  new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"`, length: bytes.length });
