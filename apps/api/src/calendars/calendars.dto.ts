import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type {
  CalendarHoliday,
  CalendarVersion,
  ClientCalendarRecord,
  EditClientCalendar,
  EditOfficeCalendar,
  HolidayProposal,
  OfficeCalendarRecord,
  ProposalsAsked,
} from '@app/calendars/calendars.types.js';
import type { HolidayRegion, HolidayRegions } from '@app/platform/holidays/public-holidays.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import {
  Clearable,
  Country,
  Day,
  Filter,
  Nullable,
  Optional,
  OptionalNullable,
  Text,
  Version,
} from '../http/fields.js';
import { listOf, NamedDto } from '../http/shapes.dto.js';

export const MOST_HOLIDAYS = 2000;

export class CountryQuery {
  @ApiProperty({ description: 'ISO 3166-1, two letters.', example: 'DE' })
  @Country()
  country!: string;
}

class HolidayRegionDto implements HolidayRegion {
  @ApiProperty({ description: 'ISO 3166-2.', example: 'DE-BY' })
  code!: string;

  @ApiProperty({ example: 'Bayern' })
  name!: string;
}

export class HolidayRegionListDto
  extends listOf(HolidayRegionDto, 'None where the whole country has the same holidays.')
  implements HolidayRegions
{
  @Nullable({
    type: HolidayRegionDto,
    description:
      'Whose holidays are proposed until a region is chosen. Null: only those that the whole country has in common.',
  })
  assumed!: HolidayRegionDto | null;
}

export class ProposalsQuery implements ProposalsAsked {
  @ApiProperty({ minimum: 2000, maximum: 2099, example: 2027 })
  @Type(() => Number)
  @IsInt({ message: 'year must be a year, such as 2027' })
  @Min(2000)
  @Max(2099)
  year!: number;

  @ApiPropertyOptional({
    description: 'ISO 3166-2, instead of the region that is kept; `none`: only the holidays of the whole country.',
    example: 'DE-BY',
  })
  @Filter()
  @IsString()
  @MaxLength(10)
  region?: string;
}

export class CalendarHolidayDto implements CalendarHoliday {
  @ApiProperty({ type: String, format: 'date' })
  @Day()
  date!: LocalDate;

  @Nullable({ type: String, maxLength: 200 })
  @Clearable()
  @Text(200)
  name!: string | null;
}

class AllowedEditDto {
  @ApiProperty()
  edit!: boolean;
}

export class OfficeCalendarDto implements OfficeCalendarRecord {
  @ApiProperty({ format: 'uuid' })
  officeId!: string;

  @ApiProperty()
  key!: string;

  @ApiProperty()
  country!: string;

  @Nullable({ type: String })
  region!: string | null;

  @ApiProperty()
  timeZone!: string;

  @ApiProperty({ type: [Number], description: 'ISO weekdays, 1 = Monday.' })
  workingDays!: number[];

  @ApiProperty({ type: [CalendarHolidayDto] })
  holidays!: CalendarHolidayDto[];

  @ApiProperty({ description: 'Increases with every edit; deadlines name the version they were counted by.' })
  version!: number;

  @ApiProperty({ description: 'Searches whose clocks currently run on it.' })
  runningSearches!: number;

  @ApiProperty()
  allowed!: AllowedEditDto;
}

export class EditOfficeCalendarDto implements EditOfficeCalendar {
  @ApiProperty({ description: 'The version that was read.' })
  @Version()
  version!: number;

  @OptionalNullable({ type: String, description: 'ISO 3166-2. Decides which holidays are proposed.', example: 'DE-BY' })
  @Clearable()
  @Text(10)
  region?: string | null;

  @ApiPropertyOptional({ example: 'Europe/Berlin' })
  @Optional()
  @IsString()
  @MaxLength(100)
  timeZone?: string;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'integer', minimum: 1, maximum: 7 },
    description: 'ISO weekdays, 1 = Monday.',
  })
  @Optional()
  @IsArray()
  @ArrayMaxSize(7)
  @IsInt({ each: true, message: 'working days are 1 for Monday to 7 for Sunday' })
  workingDays?: number[];

  @ApiPropertyOptional({ type: [CalendarHolidayDto], description: 'All of them: those left out are removed.' })
  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_HOLIDAYS)
  @ValidateNested({ each: true })
  @Type(() => CalendarHolidayDto)
  holidays?: CalendarHolidayDto[];
}

export class ClientCalendarDto implements ClientCalendarRecord {
  @ApiProperty({ format: 'uuid' })
  clientId!: string;

  @Nullable({ type: String, description: 'Whose public holidays can be proposed.' })
  country!: string | null;

  @ApiProperty({ type: [CalendarHolidayDto] })
  holidays!: CalendarHolidayDto[];

  @ApiProperty()
  version!: number;

  @ApiProperty()
  runningSearches!: number;

  @ApiProperty()
  allowed!: AllowedEditDto;
}

export class EditClientCalendarDto implements EditClientCalendar {
  @ApiProperty({ description: 'The version that was read.' })
  @Version()
  version!: number;

  @ApiProperty({ type: [CalendarHolidayDto], description: 'All of them: those left out are removed.' })
  @IsArray()
  @ArrayMaxSize(MOST_HOLIDAYS)
  @ValidateNested({ each: true })
  @Type(() => CalendarHolidayDto)
  holidays!: CalendarHolidayDto[];
}

class HolidayProposalDto implements HolidayProposal {
  @ApiProperty({ type: String, format: 'date' })
  date!: LocalDate;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'The calendar already has this day.' })
  taken!: boolean;
}

export class HolidayProposalListDto extends listOf(HolidayProposalDto) {}

class CalendarVersionDto implements CalendarVersion {
  @ApiProperty()
  version!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @Nullable({ type: NamedDto, description: 'Null if it came with an import or with the founding of the firm.' })
  by!: NamedDto | null;

  @ApiProperty({ type: [String], description: 'What differs from the previous version, one sentence each.' })
  changes!: string[];

  @ApiProperty({ description: 'How many holidays it has.' })
  holidays!: number;
}

export class CalendarVersionListDto extends listOf(CalendarVersionDto, 'The latest 50, the newest first.') {}
