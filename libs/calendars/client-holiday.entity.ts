import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '@app/platform/time/local-date.js';

/** A day on which a client is closed. */
@Entity('client_holiday')
@Unique(['firmId', 'clientId', 'date'])
export class ClientHolidayEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clientId!: string;
  @Column('date') date!: LocalDate;
  @Column({ type: 'text', nullable: true, collation: 'und-x-icu' }) name!: string | null;
}
