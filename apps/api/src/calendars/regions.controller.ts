import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CalendarsService } from '@app/calendars/calendars.service.js';
import { Documented } from '../http/documented.js';
import { Public } from '../http/public.decorator.js';
import { CountryQuery, HolidayRegionListDto } from './calendars.dto.js';
import { regionsDocs } from './calendars.docs.js';

/** Asked by whoever signs up, too. */
@ApiTags('calendars')
@Public()
@Documented<RegionsController>(regionsDocs)
@Controller('regions')
export class RegionsController {
  constructor(private readonly calendars: CalendarsService) {}

  @Get()
  @ApiOkResponse({ type: HolidayRegionListDto })
  regions(@Query() { country }: CountryQuery): Promise<HolidayRegionListDto> {
    return this.calendars.regions(country);
  }
}
