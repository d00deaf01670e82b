import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { LoginEmail } from '../http/fields.js';
import { NewPassword } from '../http/password.dto.js';

export class SignInDto {
  @ApiProperty({ format: 'email' })
  @LoginEmail()
  email!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(128)
  password!: string;

  @ApiPropertyOptional({
    description: 'Otherwise the session ends with the browser, and after half a day without use.',
  })
  @IsOptional()
  @IsBoolean()
  rememberMe?: boolean;
}

export class RequestPasswordResetDto {
  @ApiProperty({ format: 'email' })
  @LoginEmail()
  email!: string;

  @ApiPropertyOptional({ description: 'Accepted and not used: the email leads to /reset-password.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  redirectTo?: string;
}

export class ResetPasswordDto {
  @NewPassword()
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
