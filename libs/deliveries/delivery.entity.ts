import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { DeliveryState } from './deliveries.types.js';

/** A mail and its state. */
@Entity('delivery')
@Unique(['messageId'])
@Index('delivery_resend_once', ['firmId', 'resendOf'], { unique: true, where: 'resend_of is not null' })
@Check('num_nonnulls(recipient_id, contact_id) = 1')
@Check("form in ('notices', 'daily_digest', 'pipeline_health', 'client_feedback')")
@Check("state in ('pending', 'claimed', 'sent', 'failed', 'cancelled', 'missed', 'uncertain')")
@Check("transport in ('smtp', 'resend')")
export class DeliveryEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') messageId!: string;
  @Column('text', { default: 'pending' }) state!: DeliveryState;
  @Column('timestamptz') notBefore!: Date;
  @Column('timestamptz', { nullable: true }) leaseUntil!: Date | null;
  @Column('integer', { default: 0 }) fence!: number;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('timestamptz', { nullable: true }) dataStartedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
  @Column('text', { nullable: true }) response!: string | null;
  @Column('text') form!: 'notices' | 'daily_digest' | 'pipeline_health' | 'client_feedback';
  @Column('uuid', { nullable: true }) recipientId!: string | null;
  @Column('uuid', { nullable: true }) contactId!: string | null;
  @Column('timestamptz') dueAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) claimedAt!: Date | null;
  @Column('text', { nullable: true }) transport!: 'smtp' | 'resend' | null;
  @Column('jsonb', { nullable: true }) mail!: unknown;
  @Column('timestamptz', { nullable: true }) keyStartedAt!: Date | null;
  @Column('text', { nullable: true }) providerId!: string | null;
  @Column('timestamptz', { nullable: true }) bouncedAt!: Date | null;
  @Column('text', { nullable: true }) bounceReason!: string | null;
  @Column('uuid', { nullable: true }) resendOf!: string | null;
  @Column('uuid', { nullable: true }) resolvedBy!: string | null;
  @Column('timestamptz', { nullable: true }) resolvedAt!: Date | null;
}
