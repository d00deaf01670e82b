import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { LocalDate } from '@app/platform/time/local-date.js';

/** A talk with somebody placed, so many days after their start. */
@Entity('check_in')
@Unique(['firmId', 'offerId', 'day'])
@Check('day > 0')
export class CheckInEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') offerId!: string;
  @Column('uuid') candidacyId!: string;
  @Column('uuid') searchId!: string;
  @Column('integer') day!: number;
  @Column('date') dueOn!: LocalDate;
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Column('uuid', { nullable: true }) doneBy!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @VersionColumn({ default: 1 }) version!: number;
}
