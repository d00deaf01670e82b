import type { Severity } from '@app/vocabulary/vocabulary.types.js';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** An episode of a stall rule. */
@Entity('stall_flag')
@Unique(['firmId', 'searchId', 'rule', 'subjectId', 'episodeKey'])
@Index('stall_flag_one_live', ['firmId', 'searchId', 'rule', 'subjectId'], {
  unique: true,
  where: "state <> 'cleared'",
})
@Check("(cleared_at is null) = (state <> 'cleared')")
@Check('(acknowledged_at is null) = (acknowledge_reason is null)')
@Check("severity in ('watch', 'stalled')")
@Check("state in ('open', 'suspended', 'cleared')")
export class StallFlagEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') rule!: string;
  @Column('text') severity!: Severity;
  @Column('uuid') searchId!: string;
  @Column('uuid', { nullable: true }) candidacyId!: string | null;
  @Column('uuid') subjectId!: string;
  @Column('uuid') episodeKey!: string;
  @Column('text') state!: 'open' | 'suspended' | 'cleared';
  @Column('timestamptz') since!: Date;
  @Column('timestamptz') deadline!: Date;
  @Column('jsonb') basis!: unknown;
  @Column('jsonb') evidence!: unknown;
  @Column('text') sentence!: string;
  @Column('text') nextStep!: string;
  @Column('timestamptz', { default: () => 'now()' }) raisedAt!: Date;
  @Column('timestamptz', { nullable: true }) notifiedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) clearedAt!: Date | null;
  @Column('text', { nullable: true }) clearedReason!: string | null;
  @Column('timestamptz', { nullable: true }) acknowledgedAt!: Date | null;
  @Column('uuid', { nullable: true }) acknowledgedBy!: string | null;
  @Column('text', { nullable: true }) acknowledgeReason!: string | null;
  @Column('timestamptz', { nullable: true }) snoozedUntil!: Date | null;
  @Column('uuid', { nullable: true }) assignedTo!: string | null;
  @Column('timestamptz', { nullable: true }) escalateAt!: Date | null;
  @Column('timestamptz', { nullable: true }) escalatedAt!: Date | null;
  @Column('uuid', { nullable: true }) toldTo!: string | null;
}
