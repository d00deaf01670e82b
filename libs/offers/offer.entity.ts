import type { OfferDecision } from '@app/vocabulary/vocabulary.types.js';
import { Check, Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { LocalDate } from '@app/platform/time/local-date.js';
import type { TakerBack } from './offers.types.js';

/** What a client offered to a candidate, and what became of it. */
@Entity('offer')
@Check('(decision is null) = (decided_at is null)')
@Check("(taken_back_at is null) or (decision = 'accepted')")
@Check('(taken_back_at is null) = (taken_back_by is null)')
@Check("decision in ('accepted', 'declined', 'expired', 'rescinded')")
@Check("taken_back_by in ('client', 'candidate')")
export class OfferEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) ref!: string | null;
  @Column('uuid') candidacyId!: string;
  @Column('uuid') searchId!: string;
  @Column('timestamptz') extendedAt!: Date;
  @Column('timestamptz', { nullable: true }) expiresAt!: Date | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decision!: OfferDecision | null;
  @Column('text', { nullable: true }) currency!: string | null;
  @Column('numeric', { precision: 14, scale: 2, nullable: true }) base!: string | null;
  @Column('numeric', { precision: 14, scale: 2, nullable: true }) bonus!: string | null;
  @Column('numeric', { precision: 14, scale: 2, nullable: true }) equityValue!: string | null;
  @Column('integer', { nullable: true }) vestingMonths!: number | null;
  @Column('numeric', { precision: 14, scale: 2, nullable: true }) signOn!: string | null;
  @Column('numeric', { precision: 14, scale: 2, nullable: true }) relocation!: string | null;
  @Column('date', { nullable: true }) startDate!: LocalDate | null;
  @VersionColumn({ default: 1 }) version!: number;
  @Column('timestamptz', { nullable: true }) takenBackAt!: Date | null;
  @Column('text', { nullable: true }) takenBackBy!: TakerBack | null;
  @Column('text', { nullable: true }) takenBackReason!: string | null;
}
