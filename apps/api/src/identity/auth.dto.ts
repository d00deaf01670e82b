import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

const PASSWORD_HINT = 'newPassword must be 12 to 128 characters long';

export class SignInDto {
  @ApiProperty({ format: 'email' })
  @IsEmail({}, { message: 'email must be an e-mail address' })
  @MaxLength(320)
  email!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(128)
  password!: string;

  @ApiPropertyOptional({ description: 'false: the session ends with the browser.' })
  @IsOptional()
  @IsBoolean()
  rememberMe?: boolean;
}

export class RequestPasswordResetDto {
  @ApiProperty({ format: 'email' })
  @IsEmail({}, { message: 'email must be an e-mail address' })
  @MaxLength(320)
  email!: string;

  @ApiPropertyOptional({ description: 'Accepted and not used: the mail leads to /reset-password.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  redirectTo?: string;
}

export class ResetPasswordDto {
  @ApiProperty({ minLength: 12, maxLength: 128 })
  @IsString()
  @MinLength(12, { message: PASSWORD_HINT })
  @MaxLength(128, { message: PASSWORD_HINT })
  newPassword!: string;

  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  token!: string;
}

export class DoneDto {
  @ApiProperty({ enum: [true] })
  done!: true;
}
