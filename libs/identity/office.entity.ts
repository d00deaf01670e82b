import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** Where people of a firm work: a country, a zone and a calendar. */
@Entity('office')
@Unique(['firmId', 'key'])
@Check("country ~ '^[A-Z]{2}$'")
export class OfficeEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') key!: string;
  @Column('text') country!: string;
  @Column('text', { nullable: true }) region!: string | null;
  @Column('text') timeZone!: string;
  @Column('integer', { array: true, default: '{1,2,3,4,5}' }) workingDays!: number[];
  @Column('integer', { default: 1 }) calendarVersion!: number;
  @VersionColumn({ default: 1 }) version!: number;
}
