import { Check, Column, Entity, Exclusion, PrimaryColumn, VersionColumn } from 'typeorm';
import type { LocalDate } from '@app/platform/time/local-date.js';

/** Somebody is away, and who stands in for them. */
@Entity('absence')
@Check('last_day >= first_day')
@Check('deputy_user_id <> user_id')
@Exclusion("using gist (firm_id with =, user_id with =, daterange(first_day, last_day, '[]') with &&)")
export class AbsenceEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') userId!: string;
  @Column('uuid') deputyUserId!: string;
  @Column('date') firstDay!: LocalDate;
  @Column('date') lastDay!: LocalDate;
  @VersionColumn({ default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
