import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who did what, and when. Rows are only ever added. */
@Entity('audit_entry')
export class AuditEntryEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('uuid', { nullable: true }) actorId!: string | null;
  @Column('text') action!: string;
  @Column('text') subjectType!: string;
  @Column('uuid') subjectId!: string;
  @Column('jsonb', { default: {} }) detail!: unknown;
}
