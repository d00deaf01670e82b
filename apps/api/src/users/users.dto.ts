import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { type Role, ROLES } from '@app/identity/identity.types.js';
import {
  type ChangeUser,
  type HandOverPreview,
  type InviteUser,
  type ListedUser,
  type PendingInvitation,
  USER_STATES,
  type UserActions,
  type UserList,
  type UserState,
} from '@app/users/users.types.js';
import { LoginEmail, Nullable, Optional, Text } from '../http/fields.js';
import { VersionDto } from '../http/shapes.dto.js';

const ROLE_HINT = `role must be one of ${ROLES.join(', ')}`;

export class InviteUserDto implements InviteUser {
  @ApiProperty({ minLength: 1, maxLength: 200 })
  @Text(200)
  name!: string;

  @ApiProperty({ format: 'email' })
  @LoginEmail()
  email!: string;

  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES, { message: ROLE_HINT })
  role!: Role;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  officeId!: string;
}

export class ChangeUserDto extends VersionDto implements ChangeUser {
  @ApiPropertyOptional({ minLength: 1, maxLength: 200 })
  @Optional()
  @Text(200)
  name?: string;

  @ApiPropertyOptional({ enum: ROLES })
  @Optional()
  @IsIn(ROLES, { message: ROLE_HINT })
  role?: Role;

  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID()
  officeId?: string;
}

export class DeactivateUserDto extends VersionDto {
  @ApiProperty({ format: 'uuid', description: 'Who takes over everything they have in hand.' })
  @IsUUID()
  successorId!: string;
}

class PendingInvitationDto implements PendingInvitation {
  @ApiProperty({ type: String, format: 'date-time' })
  askedAt!: Date;

  @Nullable({ type: String, format: 'date-time', description: 'Null while the email is on its way.' })
  sentAt!: Date | null;

  @Nullable({ type: String, format: 'date-time' })
  expiresAt!: Date | null;

  @ApiProperty()
  expired!: boolean;

  @ApiProperty({ description: 'The mail server does not accept emails for this address.' })
  refused!: boolean;
}

class UserActionsDto implements UserActions {
  @ApiProperty({ description: 'Name and office.' })
  change!: boolean;

  @ApiProperty()
  changeRole!: boolean;

  @ApiProperty()
  resend!: boolean;

  @ApiProperty()
  takeBack!: boolean;

  @ApiProperty()
  deactivate!: boolean;

  @ApiProperty()
  reactivate!: boolean;
}

export class UserDto implements ListedUser {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty({ enum: ROLES })
  role!: Role;

  @ApiProperty({ format: 'uuid' })
  officeId!: string;

  @ApiProperty({ enum: USER_STATES })
  state!: UserState;

  @ApiProperty()
  version!: number;

  @Nullable({ type: String, format: 'date-time' })
  deactivatedAt!: Date | null;

  @Nullable({ type: PendingInvitationDto })
  invitation!: PendingInvitationDto | null;

  @ApiProperty()
  allowed!: UserActionsDto;
}

export class UserListDto implements UserList {
  @ApiProperty({ type: [UserDto] })
  items!: UserDto[];

  @ApiProperty({
    enum: ROLES,
    isArray: true,
    description: 'The roles you may invite a person as; empty if you may not invite.',
  })
  invitableRoles!: Role[];
}

export class HandOverPreviewDto implements HandOverPreview {
  @ApiProperty({ description: 'Led or worked on.' })
  searches!: number;

  @ApiProperty({ description: 'Not done yet.' })
  tasks!: number;

  @ApiProperty({ description: 'Assigned to them, or taken in hand by them.' })
  flags!: number;

  @ApiProperty({ description: 'Absences of colleagues for whom they stand in.' })
  deputyFor!: number;

  @Nullable({ type: String, format: 'uuid', description: 'Who would usually take over.' })
  suggestedUserId!: string | null;
}
