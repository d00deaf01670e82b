import type { Decider } from '@app/vocabulary/vocabulary.types.js';
import type { Outcome } from '@app/vocabulary/vocabulary.types.js';
import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** A candidate in a search: where they stand, and since when by which fact. */
@Entity('candidacy')
@Unique(['firmId', 'searchId', 'candidateId'])
@Check('(outcome is null) = (ended_at is null)')
@Check('(window_key is null) = (window_opened_at is null)')
@Check('(client_turn_key is null) = (client_turn_at is null)')
@Check('(presented_key is null) = (presented_at is null)')
@Check('(assessed_key is null) = (assessed_at is null)')
@Check("outcome_by in ('firm', 'client', 'candidate')")
@Check("outcome in ('placed', 'withdrawn', 'rejected')")
export class CandidacyEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') searchId!: string;
  @Column('uuid') candidateId!: string;
  @Column('uuid') stageId!: string;
  @Column('text', { nullable: true }) outcome!: Outcome | null;
  @Column('text', { nullable: true }) outcomeBy!: Decider | null;
  @Column('text', { nullable: true }) outcomeReason!: string | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('timestamptz') stageSince!: Date;
  @Column('uuid') stageKey!: string;
  @Column('timestamptz') lastProgressAt!: Date;
  @Column('uuid') progressKey!: string;
  @Column('timestamptz', { nullable: true }) windowOpenedAt!: Date | null;
  @Column('uuid', { nullable: true }) windowKey!: string | null;
  @Column('timestamptz', { nullable: true }) offerExtendedAt!: Date | null;
  @VersionColumn({ default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) clientTurnAt!: Date | null;
  @Column('uuid', { nullable: true }) clientTurnKey!: string | null;
  @Column('timestamptz', { nullable: true }) presentedAt!: Date | null;
  @Column('uuid', { nullable: true }) presentedKey!: string | null;
  @Column('timestamptz', { nullable: true }) assessedAt!: Date | null;
  @Column('uuid', { nullable: true }) assessedKey!: string | null;
}
