import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { StageKind } from './stages.types.js';

/** A step of the firm's pipeline. */
@Entity('stage')
@Unique(['firmId', 'key'])
@Check('budget_working_days > 0')
@Check("kind in ('sourcing', 'engaged', 'assessed', 'presented', 'client_interview', 'finalist', 'offer', 'placed')")
export class StageEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') key!: string;
  @Column({ type: 'text', collation: 'und-x-icu' }) label!: string;
  @Column('text') kind!: StageKind;
  @Column('integer') position!: number;
  @Column('integer', { nullable: true }) budgetWorkingDays!: number | null;
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  @VersionColumn({ default: 1 }) version!: number;
}
