import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import type { PendingSignUp, SignUp, SignUpMode, SignUpState } from '@app/sign-up/sign-up.types.js';
import { Clearable, Country, LoginEmail, Nullable, OptionalNullable, Text } from '../http/fields.js';
import { NewPassword } from '../http/password.dto.js';

class FirmAndFounderDto implements SignUp {
  @ApiProperty({ minLength: 1, maxLength: 200 })
  @Text(200)
  firmName!: string;

  @ApiProperty({ minLength: 1, maxLength: 200 })
  @Text(200)
  name!: string;

  @ApiProperty({ format: 'email' })
  @LoginEmail()
  email!: string;

  @ApiProperty({ description: 'ISO 3166-1, two letters.', example: 'DE' })
  @Country()
  country!: string;

  @OptionalNullable({
    type: String,
    description: 'ISO 3166-2, where `GET /regions` has some: their holidays differ.',
    example: 'DE-BY',
  })
  @Clearable()
  @Text(10)
  region?: string | null;

  @ApiProperty({ example: 'Europe/Berlin' })
  @IsString()
  @MaxLength(100)
  timeZone!: string;
}

export class SignUpDto extends FirmAndFounderDto {
  @ApiPropertyOptional({ description: 'Required if this installation asks for one.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  token?: string;
}

export class SetUpDto extends FirmAndFounderDto {
  @ApiProperty({ description: 'From the link that the api prints when it starts.' })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  token!: string;

  @NewPassword()
  password!: string;
}

export class SignUpLinkDto {
  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  token!: string;
}

export class ConfirmSignUpDto extends SignUpLinkDto {
  @IsOptional()
  @NewPassword({ required: false })
  password?: string;
}

export class SignUpStateDto implements SignUpState {
  @ApiProperty({ enum: ['open', 'token', 'closed'] })
  mode!: SignUpMode;

  @ApiProperty({ description: 'There is no firm yet.' })
  first!: boolean;
}

export class PendingSignUpDto implements PendingSignUp {
  @ApiProperty()
  firmName!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty()
  country!: string;

  @Nullable({ type: String })
  region!: string | null;

  @ApiProperty()
  timeZone!: string;

  @ApiProperty({ description: 'False if the firm joins the login this address already has.' })
  needsPassword!: boolean;
}

export class FoundedDto {
  @ApiProperty({ format: 'uuid' })
  firmId!: string;
}
