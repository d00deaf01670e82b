import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Stage } from '@app/stages/stages.types.js';

/** The stages of a firm from one version on. */
@Entity('stage_edit')
@Unique(['firmId', 'version'])
export class StageEditEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('uuid', { nullable: true }) byUserId!: string | null;
  @Column('jsonb') stages!: Stage[];
}
