import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { refusedRowsOf } from '@app/import-files/import-files.types.js';
import { ImportsService } from '@app/imports/imports.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { type Load, Loads } from '../http/load.decorator.js';
import { PageQuery } from '../http/page.dto.js';
import type { ApiRequest } from '../http/request.js';
import { Documented } from '../http/documented.js';
import { importsDocs } from './imports.docs.js';
import { ImportFilesDto, ImportPageDto, ImportRunDto, RefusedRowsQuery, StartImportQuery } from './imports.dto.js';
import { uploadsOf } from './uploads.js';

/** As long as the line of who sends it takes; each piece that has come is stored in a moment. */
const UPLOAD: Load = {
  connections: 0,
  atMost: {
    kind: 'upload',
    perFirm: 4,
    inAll: Infinity,
    sentence: 'Your firm already has four uploads under way. Send this one when one of them has finished.',
  },
};

@ApiTags('imports')
@Documented<ImportsController>(importsDocs)
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Post()
  @Loads(UPLOAD)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportFilesDto })
  @ApiCreatedResponse({ type: ImportRunDto })
  start(
    @CurrentActor() actor: Actor,
    @Query() { check }: StartImportQuery,
    @Req() request: ApiRequest,
  ): Promise<ImportRunDto> {
    return this.imports.start(actor, uploadsOf(request), check === 'true');
  }

  @Get()
  @ApiOkResponse({ type: ImportPageDto })
  list(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<ImportPageDto> {
    return this.imports.list(actor, page);
  }

  @Get(':id')
  @ApiOkResponse({ type: ImportRunDto })
  find(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ImportRunDto> {
    return this.imports.find(actor, id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: ImportRunDto })
  cancel(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ImportRunDto> {
    return this.imports.cancel(actor, id);
  }

  @Get(':id/refusals.csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string', format: 'binary' } } } })
  async refusals(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() { file: asked }: RefusedRowsQuery,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.imports.refusedRows(actor, id, asked);
    return new StreamableFile(Readable.from(bytes), {
      type: 'text/csv',
      disposition: `attachment; filename="${refusedRowsOf(file)}"`,
    });
  }
}
