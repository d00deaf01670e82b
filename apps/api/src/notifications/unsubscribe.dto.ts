import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsString, MaxLength } from 'class-validator';
import { UNSUBSCRIBABLE, type Unsubscribable, type Unsubscription } from '@app/notifications/notifications.types.js';

export class UnsubscribeQuery {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  token!: string;
}

export class SubscribeDto extends UnsubscribeQuery {
  @ApiProperty()
  @IsBoolean()
  subscribed!: boolean;
}

export class UnsubscriptionDto implements Unsubscription {
  @ApiProperty({ enum: UNSUBSCRIBABLE })
  kind!: Unsubscribable;

  @ApiProperty()
  subscribed!: boolean;
}
