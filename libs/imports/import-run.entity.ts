import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportState } from './imports.types.js';

/** An import and how far it is. */
@Entity('import_run')
@Check("state in ('waiting', 'running', 'done', 'failed', 'cancelled')")
export class ImportRunEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') state!: ImportState;
  @Column('boolean', { default: false }) checkOnly!: boolean;
  @Column('uuid', { nullable: true }) startedBy!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
  @Column('jsonb', { default: {} }) progress!: unknown;
  @Column('text', { nullable: true }) problem!: string | null;
  @Column('timestamptz', { nullable: true }) cancelAskedAt!: Date | null;
}
