import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Somebody took the calendar file of an interview: the first and the latest version they took. */
@Entity('calendar_copy')
@Unique(['firmId', 'interviewId', 'userId'])
export class CalendarCopyEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') interviewId!: string;
  @Column('uuid') userId!: string;
  @Column('integer') firstVersion!: number;
  @Column('integer') version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
