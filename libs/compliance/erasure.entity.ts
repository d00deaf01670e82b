import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '@app/platform/time/local-date.js';
import type { ErasureReason, PersonKind } from './compliance.types.js';

/** A person was erased: when, why and how much. */
@Entity('erasure')
@Check("person_kind in ('candidate', 'contact')")
@Check("reason in ('their_request', 'retention', 'other')")
export class ErasureEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('uuid', { nullable: true }) byUserId!: string | null;
  @Column('text') personKind!: PersonKind;
  @Column('uuid') personId!: string;
  @Column('text') reason!: ErasureReason;
  @Column('date') requestedOn!: LocalDate;
  @Column('jsonb') counts!: unknown;
}
