import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, IsUUID, Max, MaxLength, Min, MinLength } from 'class-validator';
import type { Account, AccountSession } from '@app/account/account.types.js';
import { NewPassword } from '../http/password.dto.js';
import { listOf } from '../http/shapes.dto.js';

export class AccountDto implements Account {
  @ApiProperty()
  name!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  passwordSince!: Date | null;

  @ApiProperty()
  version!: number;
}

export class RenameAccountDto {
  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name!: string;

  @ApiProperty({ minimum: 1, maximum: 2147483647 })
  @IsInt()
  @Min(1)
  @Max(2147483647)
  version!: number;
}

export class ChangePasswordDto {
  @ApiProperty({ description: 'The one that is valid now.' })
  @IsString()
  @MaxLength(128)
  password!: string;

  @NewPassword()
  newPassword!: string;
}

export class AccountSessionDto implements AccountSession {
  @ApiProperty()
  id!: string;

  @ApiProperty({ example: 'Firefox on Windows' })
  device!: string;

  @ApiProperty({ type: String, nullable: true })
  address!: string | null;

  @ApiProperty({ type: String, nullable: true })
  firmName!: string | null;

  @ApiProperty({ format: 'date-time' })
  signedInAt!: Date;

  @ApiProperty({ format: 'date-time' })
  lastUsedAt!: Date;

  @ApiProperty({ description: 'The session that makes this request.' })
  current!: boolean;
}

export class AccountSessionListDto extends listOf(AccountSessionDto) {}

export class SessionIdDto {
  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  id!: string;
}

export class EndedSessionsDto {
  @ApiProperty({ description: 'How many.' })
  ended!: number;
}

export class EnterFirmDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  firmId!: string;
}
