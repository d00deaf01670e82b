import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { FigureSheetsService } from '@app/sheets/figure-sheets.service.js';
import { SheetsService } from '@app/sheets/sheets.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { Loads, SIDE_BY_SIDE, WHOLE_LIST } from '../http/load.decorator.js';
import { sent, SHEET } from './sheets.answer.js';
import { sheetsDocs } from './sheets.docs.js';
import { CandidateSheetQuery, ClientSheetQuery, FigureSheetQuery, SearchSheetQuery } from './sheets.dto.js';

@ApiTags('sheets')
@Documented<SheetsController>(sheetsDocs)
@Controller()
export class SheetsController {
  constructor(
    private readonly sheets: SheetsService,
    private readonly figureSheets: FigureSheetsService,
  ) {}

  @Get('candidates/export')
  @Loads(WHOLE_LIST)
  @ApiOkResponse(SHEET)
  async candidates(
    @CurrentActor() actor: Actor,
    @Query() { format, columns, sort, active, ...filter }: CandidateSheetQuery,
  ): Promise<StreamableFile> {
    const inSearch = active === undefined ? {} : { active: active === 'true' };
    return sent(await this.sheets.candidateSheet(actor, { ...filter, ...inSearch }, { format, columns, sort }));
  }

  @Get('searches/export')
  @Loads(WHOLE_LIST)
  @ApiOkResponse(SHEET)
  async searches(
    @CurrentActor() actor: Actor,
    @Query() { format, columns, sort, ...filter }: SearchSheetQuery,
  ): Promise<StreamableFile> {
    return sent(await this.sheets.searchSheet(actor, filter, { format, columns, sort }));
  }

  @Get('clients/export')
  @Loads(WHOLE_LIST)
  @ApiOkResponse(SHEET)
  async clients(
    @CurrentActor() actor: Actor,
    @Query() { format, columns, sort, ...filter }: ClientSheetQuery,
  ): Promise<StreamableFile> {
    return sent(await this.sheets.clientSheet(actor, filter, { format, columns, sort }));
  }

  @Get('figures/export')
  @Loads({ ...WHOLE_LIST, ...SIDE_BY_SIDE })
  @ApiOkResponse(SHEET)
  async figures(
    @CurrentActor() actor: Actor,
    @Query() { format, figure, ...asked }: FigureSheetQuery,
  ): Promise<StreamableFile> {
    return sent(await this.figureSheets.figureSheet(actor, figure, asked, format));
  }
}
