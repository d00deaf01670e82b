import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import type { AcceptInvitation, OpenInvitation } from '@app/users/users.types.js';

export class InvitationTokenDto {
  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  token!: string;
}

export class AcceptInvitationDto extends InvitationTokenDto implements AcceptInvitation {
  @ApiProperty({ description: 'A new one, or the existing one of a person who already signs in to another firm.' })
  @IsString()
  @MaxLength(128)
  password!: string;
}

export class OpenInvitationDto implements OpenInvitation {
  @ApiProperty()
  firmName!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty({ description: 'They already sign in with a password, at another firm.' })
  hasPassword!: boolean;
}
