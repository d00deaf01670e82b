import { Check, Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import type { ActivityKind } from './activities.types.js';

/** Something somebody did about a search, a candidate or a contact. */
@Entity('activity')
@Index('activity_imported', { synchronize: false })
@Check('num_nonnulls(search_id, candidate_id, contact_id) > 0')
@Check("kind in ('call', 'email', 'meeting', 'interview', 'interview_set', 'client_feedback', 'note')")
export class ActivityEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: ActivityKind;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) byUserId!: string | null;
  @Column('uuid', { nullable: true }) searchId!: string | null;
  @Column('uuid', { nullable: true }) candidateId!: string | null;
  @Column('uuid', { nullable: true }) contactId!: string | null;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('text', { nullable: true }) importKey!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
