import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { ActivityKind } from './activities.types.js';

/** How an activity stood before it was corrected or withdrawn. */
@Entity('activity_version')
@Unique(['firmId', 'activityId', 'version'])
@Check("change in ('corrected', 'withdrawn')")
export class ActivityVersionEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') activityId!: string;
  @Column('integer') version!: number;
  @Column('text') kind!: ActivityKind;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) byUserId!: string | null;
  @Column('uuid', { nullable: true }) searchId!: string | null;
  @Column('uuid', { nullable: true }) candidateId!: string | null;
  @Column('uuid', { nullable: true }) contactId!: string | null;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('text', { nullable: true }) importKey!: string | null;
  @Column('timestamptz') loggedAt!: Date;
  @Column('text') change!: 'corrected' | 'withdrawn';
  @Column('timestamptz') changedAt!: Date;
  @Column('uuid', { nullable: true }) changedBy!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
}
