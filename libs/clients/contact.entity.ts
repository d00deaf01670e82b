import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { ContactRole } from './clients.types.js';

/** A person at a client. */
@Entity('contact')
@Unique(['firmId', 'ref'])
@Check("role in ('decision_maker', 'hr', 'board', 'other')")
export class ContactEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) ref!: string | null;
  @Column('uuid') clientId!: string;
  @Column({ type: 'text', collation: 'und-x-icu' }) name!: string;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { default: 'other' }) role!: ContactRole;
  @VersionColumn({ default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) erasedAt!: Date | null;
  /** Made by Postgres of name and address: what a search for a word looks through. */
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false }) words!: string | null;
}
