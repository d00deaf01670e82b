import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** How the calendar of an office stood from one version on. */
@Entity('calendar_edit')
@Unique(['firmId', 'officeId', 'version'])
export class CalendarEditEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') officeId!: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('uuid', { nullable: true }) byUserId!: string | null;
  @Column('text', { nullable: true }) region!: string | null;
  @Column('text') timeZone!: string;
  @Column('integer', { array: true }) workingDays!: number[];
  @Column('jsonb') holidays!: unknown;
}
