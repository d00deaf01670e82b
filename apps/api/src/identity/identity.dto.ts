import { ApiProperty } from '@nestjs/swagger';
import { type Me, type Office, ROLES, type Role } from '@app/identity/identity.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { Nullable } from '../http/fields.js';
import { listOf, NamedDto } from '../http/shapes.dto.js';

class MeUserDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty({ enum: ROLES })
  role!: Role;
}

class MeFirmDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'The firm and everybody in it are made up.' })
  simulated!: boolean;

  @Nullable({ type: NamedDto, description: 'The firm whose sample data this is.' })
  sampleOf!: NamedDto | null;
}

class MeOfficeDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  key!: string;

  @ApiProperty()
  timeZone!: string;
}

class MeAllowedDto {
  @ApiProperty()
  openSearch!: boolean;

  @ApiProperty()
  import!: boolean;

  @ApiProperty()
  manageFirm!: boolean;

  @ApiProperty({ description: 'Export or erase what is held about a person, and read the proofs.' })
  erasePersons!: boolean;
}

export class MeDto implements Me {
  @ApiProperty()
  user!: MeUserDto;

  @ApiProperty()
  firm!: MeFirmDto;

  @ApiProperty()
  office!: MeOfficeDto;

  @ApiProperty({ type: [NamedDto], description: 'Every firm this login works for, this one among them.' })
  firms!: NamedDto[];

  @ApiProperty()
  allowed!: MeAllowedDto;
}

class HolidayDto {
  @ApiProperty({ type: String, format: 'date' })
  date!: LocalDate;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;
}

export class OfficeDto implements Office {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  key!: string;

  @ApiProperty()
  country!: string;

  @ApiProperty({ type: String, nullable: true })
  region!: string | null;

  @ApiProperty()
  timeZone!: string;

  @ApiProperty({ type: [Number], description: 'ISO weekdays, 1 = Monday.' })
  workingDays!: number[];

  @ApiProperty({ type: [HolidayDto] })
  holidays!: HolidayDto[];
}

export class OfficeListDto extends listOf(OfficeDto) {}
