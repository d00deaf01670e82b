import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CloseReason } from './searches.types.js';

/** A stretch in which a search was open. */
@Entity('search_episode')
@Unique(['firmId', 'searchId', 'openedAt'])
@Check('(close_reason is null) = (closed_at is null)')
@Check('closed_at >= opened_at')
@Check("close_reason in ('placed', 'internal_hire', 'cancelled', 'terminated', 'unfilled')")
export class SearchEpisodeEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') searchId!: string;
  @Column('timestamptz') openedAt!: Date;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) closeReason!: CloseReason | 'placed' | null;
}
