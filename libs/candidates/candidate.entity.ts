import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { LocalDate } from '@app/platform/time/local-date.js';
import type { Article14State, Layer, Signal } from './candidates.types.js';

/** A person who may be placed. */
@Entity('candidate')
@Unique(['firmId', 'ref'])
@Check("article14_state in ('due', 'sent', 'exempt')")
@Check("(article14_state = 'exempt') = (article14_reason is not null)")
@Check("(article14_state = 'due') = (article14_at is null)")
@Check(`layer in ('inference_infrastructure', 'evaluation_reliability', 'product_execution', 'governance',
  'research')`)
@Check('length(name) between 1 and 300')
export class CandidateEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) ref!: string | null;
  @Column({ type: 'text', collation: 'und-x-icu' }) name!: string;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) profileUrl!: string | null;
  @Column('text', { nullable: true }) city!: string | null;
  @Column('text', { nullable: true }) country!: string | null;
  @Column({ type: 'text', nullable: true, collation: 'und-x-icu' }) title!: string | null;
  @Column('text', { nullable: true }) employer!: string | null;
  @Column('text', { nullable: true }) layer!: Layer | null;
  @Column('text', { array: true, default: '{}' }) signals!: Signal[];
  @Column('text', { nullable: true }) source!: string | null;
  @Column('date', { nullable: true }) inMarketSince!: LocalDate | null;
  @VersionColumn({ default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  /** Made by Postgres of name, title and employer: what a search for a word looks through. */
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false }) words!: string | null;
  @Column('text', { default: 'due' }) article14State!: Article14State;
  @Column('timestamptz', { nullable: true }) article14At!: Date | null;
  @Column('uuid', { nullable: true }) article14By!: string | null;
  @Column('text', { nullable: true }) article14Reason!: string | null;
  @Column('timestamptz', { nullable: true }) erasedAt!: Date | null;
}
