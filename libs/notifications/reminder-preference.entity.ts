import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { NoticeMode, ReminderKind } from './notifications.types.js';

/** How somebody wants to hear of one kind of reminder. */
@Entity('reminder_preference')
@Unique(['firmId', 'userId', 'kind'])
@Check("mode in ('immediate', 'digest', 'off')")
export class ReminderPreferenceEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') userId!: string;
  @Column('text') kind!: ReminderKind;
  @Column('text') mode!: NoticeMode;
}
