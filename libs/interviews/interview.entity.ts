import { Check, Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A candidate meets the client. */
@Entity('interview')
@Check('ends_at > starts_at')
export class InterviewEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') candidacyId!: string;
  @Column('uuid') searchId!: string;
  @Column('uuid') candidateId!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('text', { nullable: true }) place!: string | null;
  @Column('text', { nullable: true }) withWhom!: string | null;
  @Column('uuid', { nullable: true }) setBy!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) cancelledAt!: Date | null;
  /** Its candidate or its search has come to an end. */
  @Column('timestamptz', { nullable: true }) calledOffAt!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) changedAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
