import { Check, Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** Something somebody has to do by a moment. */
@Entity('task')
@Check('length(title) between 1 and 300')
export class TaskEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column({ type: 'text', collation: 'und-x-icu' }) title!: string;
  @Column('timestamptz') dueAt!: Date;
  @Column('uuid') assigneeId!: string;
  @Column('uuid', { nullable: true }) searchId!: string | null;
  @Column('uuid', { nullable: true }) candidateId!: string | null;
  @Column('uuid', { nullable: true }) contactId!: string | null;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Column('uuid', { nullable: true }) doneBy!: string | null;
  @VersionColumn({ default: 1 }) version!: number;
}
