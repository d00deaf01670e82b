import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsISO31661Alpha2, IsString, MaxLength, MinLength } from 'class-validator';
import type { SignUp } from '@app/sign-up/sign-up.types.js';

const PASSWORD_HINT = 'password must be 12 to 128 characters long';

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

  @ApiProperty({ minLength: 12, maxLength: 128 })
  @IsString()
  @MinLength(12, { message: PASSWORD_HINT })
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
