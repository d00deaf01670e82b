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
  @ApiProperty({ description: 'A new one; or, for somebody who signs in to another firm already, the one they have.' })
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

  @ApiProperty({ description: 'They sign in with a password already, at another firm.' })
  hasPassword!: boolean;
}
