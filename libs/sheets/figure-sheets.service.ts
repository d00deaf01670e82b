import { Injectable } from '@nestjs/common';
import { FiguresService } from '@app/figures/figures.service.js';
import { tableOf } from '@app/figures/tables.rules.js';
import type { AskedFigures, FigureName } from '@app/figures/figures.types.js';
import type { Actor } from '@app/identity/identity.types.js';
import { SheetsService } from './sheets.service.js';
import type { Head, SheetFile, SheetFormat } from './sheets.types.js';

/** Figures as files: what the reader may see of them, and nothing else. */
@Injectable()
export class FigureSheetsService {
  constructor(
    private readonly figures: FiguresService,
    private readonly sheets: SheetsService,
  ) {}

  async figureSheet(actor: Actor, name: FigureName, asked: AskedFigures, format: SheetFormat): Promise<SheetFile> {
    const { title, heads, rows, named = false } = tableOf(name, await this.figures.figures(actor, asked));
    const look = { title, heads: heads.map((head, i): Head => ({ head, kind: named && i === 0 ? 'text' : 'number' })) };
    return this.sheets.file(actor, format, {
      name: title.toLowerCase().replaceAll(' ', '-'),
      look,
      cells: [rows],
      rows: rows.length,
    });
  }
}
