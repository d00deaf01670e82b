import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A candidacy came to a stage. A correction voids the move it corrects. */
@Entity('stage_move')
@Unique(['firmId', 'voidsId'])
@Index('stage_move_fact', ['firmId', 'candidacyId', 'at', 'toStageId'], { unique: true, where: 'voids_id is null' })
export class StageMoveEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') candidacyId!: string;
  @Column('uuid') searchId!: string;
  @Column('uuid', { nullable: true }) fromStageId!: string | null;
  @Column('uuid') toStageId!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) byUserId!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) voidsId!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) recordedAt!: Date;
}
