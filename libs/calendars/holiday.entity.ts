import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '@app/platform/time/local-date.js';

/** A day on which an office is closed. */
@Entity('holiday')
@Unique(['firmId', 'officeId', 'date'])
export class HolidayEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') officeId!: string;
  @Column('date') date!: LocalDate;
  @Column({ type: 'text', nullable: true, collation: 'und-x-icu' }) name!: string | null;
}
