import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CalendarsService } from '@app/calendars/calendars.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { TakesBody } from '../http/limits.js';
import { Documented } from '../http/documented.js';
import { calendarsDocs } from './calendars.docs.js';
import {
  CalendarVersionListDto,
  ClientCalendarDto,
  EditClientCalendarDto,
  EditOfficeCalendarDto,
  HolidayProposalListDto,
  MOST_HOLIDAYS,
  OfficeCalendarDto,
  ProposalsQuery,
} from './calendars.dto.js';

/** Ten years of holidays, each with a name. */
const CALENDAR_BODY = { bytes: 512 * 1024, values: 3 * MOST_HOLIDAYS + 20, list: MOST_HOLIDAYS };

@ApiTags('calendars')
@Documented<CalendarsController>(calendarsDocs)
@Controller()
export class CalendarsController {
  constructor(private readonly calendars: CalendarsService) {}

  @Get('offices/:id/calendar')
  @ApiOkResponse({ type: OfficeCalendarDto })
  office(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<OfficeCalendarDto> {
    return this.calendars.officeCalendar(actor, id);
  }

  @Patch('offices/:id/calendar')
  @TakesBody(CALENDAR_BODY)
  @ApiOkResponse({ type: OfficeCalendarDto })
  editOffice(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() edit: EditOfficeCalendarDto,
  ): Promise<OfficeCalendarDto> {
    return this.calendars.editOfficeCalendar(actor, id, edit);
  }

  @Get('offices/:id/calendar/proposals')
  @ApiOkResponse({ type: HolidayProposalListDto })
  officeProposals(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() asked: ProposalsQuery,
  ): Promise<HolidayProposalListDto> {
    return this.calendars.officeProposals(actor, id, asked);
  }

  @Get('offices/:id/calendar/versions')
  @ApiOkResponse({ type: CalendarVersionListDto })
  officeVersions(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<CalendarVersionListDto> {
    return this.calendars.officeVersions(actor, id);
  }

  @Get('clients/:id/calendar')
  @ApiOkResponse({ type: ClientCalendarDto })
  client(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ClientCalendarDto> {
    return this.calendars.clientCalendar(actor, id);
  }

  @Patch('clients/:id/calendar')
  @TakesBody(CALENDAR_BODY)
  @ApiOkResponse({ type: ClientCalendarDto })
  editClient(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() edit: EditClientCalendarDto,
  ): Promise<ClientCalendarDto> {
    return this.calendars.editClientCalendar(actor, id, edit);
  }

  @Get('clients/:id/calendar/proposals')
  @ApiOkResponse({ type: HolidayProposalListDto })
  clientProposals(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() asked: ProposalsQuery,
  ): Promise<HolidayProposalListDto> {
    return this.calendars.clientProposals(actor, id, asked);
  }

  @Get('clients/:id/calendar/versions')
  @ApiOkResponse({ type: CalendarVersionListDto })
  clientVersions(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<CalendarVersionListDto> {
    return this.calendars.clientVersions(actor, id);
  }
}
