import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** A company that searches are made for. */
@Entity('client')
@Unique(['firmId', 'ref'])
@Check('length(name) between 1 and 300')
export class ClientEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) ref!: string | null;
  @Column({ type: 'text', collation: 'und-x-icu' }) name!: string;
  @Column('text', { nullable: true }) domain!: string | null;
  @Column('text', { nullable: true }) country!: string | null;
  @Column('text', { nullable: true }) industry!: string | null;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @VersionColumn({ default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('integer', { default: 1 }) calendarVersion!: number;
  /** Made by Postgres of name, domain and industry: what a search for a word looks through. */
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false }) words!: string | null;
}
