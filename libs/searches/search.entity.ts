import type { SearchStatus } from '@app/vocabulary/vocabulary.types.js';
import { Check, Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import type { LocalDate } from '@app/platform/time/local-date.js';
import type { CloseReason, Engagement } from './searches.types.js';

/** A mandate to fill a role, with what its facts come to. */
@Entity('search')
@Index('search_own_ref', ['firmId', 'ref'], { unique: true, where: 'not imported' })
@Check("(closed_at is null) = (status not in ('placed', 'closed'))")
@Check('(close_reason is null) = (closed_at is null)')
@Check('(decision_maker_key is null) = (decision_maker_at is null)')
@Check("close_reason in ('placed', 'internal_hire', 'cancelled', 'terminated', 'unfilled')")
@Check("engagement in ('retained', 'container', 'contingent')")
@Check("status in ('draft', 'open', 'on_hold', 'offer', 'placed', 'closed')")
@Check('length(title) between 1 and 300')
export class SearchEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) ref!: string | null;
  @Column('uuid') clientId!: string;
  @Column({ type: 'text', collation: 'und-x-icu' }) title!: string;
  @Column('text') roleKey!: string;
  @Column('uuid') officeId!: string;
  @Column('uuid') leadUserId!: string;
  @Column('text', { default: 'retained' }) engagement!: Engagement;
  @Column('boolean', { default: false }) confidential!: boolean;
  @Column('text') status!: SearchStatus;
  @Column('timestamptz') openedAt!: Date;
  @Column('date', { nullable: true }) targetDate!: LocalDate | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) closeReason!: CloseReason | 'placed' | null;
  @Column('text', { nullable: true }) region!: string | null;
  @Column('uuid') episodeId!: string;
  @Column('timestamptz') episodeOpenedAt!: Date;
  @Column('timestamptz') lastProgressAt!: Date;
  @Column('uuid') progressKey!: string;
  @VersionColumn({ default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) decisionMakerAt!: Date | null;
  @Column('uuid', { nullable: true }) decisionMakerKey!: string | null;
  @Column('boolean', { default: false }) imported!: boolean;
  /** Made by Postgres of title and reference: what a search for a word looks through, with its client's. */
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false }) words!: string | null;
}
