import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsISO31661Alpha2, IsString, MaxLength, MinLength } from 'class-validator';
import { type Me, type Office, ROLES, type Role, type SignUp, type User } from '@app/identity/identity.types.js';

const PASSWORD_HINT = 'password must be 10 to 128 characters long';

export class SignUpDto implements SignUp {
  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  firmName!: string;

  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name!: string;

  @ApiProperty({ format: 'email' })
  @IsEmail({}, { message: 'email must be an e-mail address' })
  @MaxLength(320)
  email!: string;

  @ApiProperty({ minLength: 10, maxLength: 128 })
  @IsString()
  @MinLength(10, { message: PASSWORD_HINT })
  @MaxLength(128, { message: PASSWORD_HINT })
  password!: string;

  @ApiProperty({ description: 'ISO 3166-1, two letters.', example: 'DE' })
  @IsISO31661Alpha2({ message: 'country must be a country code of two letters, such as DE' })
  country!: string;

  @ApiProperty({ example: 'Europe/Berlin' })
  @IsString()
  @MaxLength(100)
  timeZone!: string;
}

export class FoundedDto {
  @ApiProperty({ format: 'uuid' })
  firmId!: string;
}

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
}

export class MeDto implements Me {
  @ApiProperty()
  user!: MeUserDto;

  @ApiProperty()
  firm!: MeFirmDto;

  @ApiProperty()
  office!: MeOfficeDto;

  @ApiProperty()
  allowed!: MeAllowedDto;
}

export class UserDto extends MeUserDto implements User {
  @ApiProperty({ format: 'uuid' })
  officeId!: string;
}

export class UserListDto {
  @ApiProperty({ type: [UserDto] })
  items!: UserDto[];
}

class HolidayDto {
  @ApiProperty({ format: 'date' })
  date!: string;

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

export class OfficeListDto {
  @ApiProperty({ type: [OfficeDto] })
  items!: OfficeDto[];
}
