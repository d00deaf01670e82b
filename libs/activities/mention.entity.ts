import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A colleague who is named in what was logged, and hears of it once. */
@Entity('mention')
export class MentionEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') activityId!: string;
  @PrimaryColumn('uuid') userId!: string;
  @Column('uuid', { nullable: true }) byUserId!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
