import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { NoticeMode, ReminderKind } from '@app/notifications/notifications.types.js';

/** Something one person is to hear of once. */
@Entity('reminder')
@Index('reminder_once', { synchronize: false })
@Check('num_nonnulls(recipient_id, contact_id) = 1')
@Check(`kind in ('flag_raised', 'flag_escalated', 'window_closing', 'client_feedback_due', 'task_due',
  'interview_tomorrow', 'offer_expiring', 'check_in_due', 'article14_due', 'daily_digest',
  'pipeline_health', 'interview_changed', 'interview_cancelled', 'mentioned')`)
@Check("mode in ('immediate', 'digest', 'off', 'own')")
export class ReminderEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: ReminderKind;
  @Column('uuid', { nullable: true }) recipientId!: string | null;
  @Column('text') subjectType!: string;
  @Column('uuid') subjectId!: string;
  @Column('text') occurrenceKey!: string;
  @Column('timestamptz') dueAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('uuid', { nullable: true }) contactId!: string | null;
  @Column('uuid', { nullable: true }) searchId!: string | null;
  @Column('text') mode!: NoticeMode | 'own';
  @Column('uuid', { nullable: true }) deliveryId!: string | null;
  /** Which version of its interview its mail carries, once it is on its way. */
  @Column('integer', { nullable: true }) calendarVersion!: number | null;
  @Column('timestamptz', { nullable: true }) cancelledAt!: Date | null;
  @Column('timestamptz', { nullable: true }) missedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) seenAt!: Date | null;
}
