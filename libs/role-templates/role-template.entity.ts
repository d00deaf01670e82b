import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { Criterion, Practice } from './role-templates.types.js';

/** A role as the firm searches for it: what a new search starts with. */
@Entity('role_template')
@Unique(['firmId', 'key'])
@Check("code ~ '^[A-Z]{2,6}$'")
@Check("family in ('leadership', 'infrastructure', 'research', 'governance', 'product')")
@Check('length(title) between 1 and 300')
export class RoleTemplateEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') key!: string;
  @Column('text') code!: string;
  @Column({ type: 'text', collation: 'und-x-icu' }) title!: string;
  @Column('text') family!: Practice;
  @Column('jsonb') criteria!: Criterion[];
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  @VersionColumn({ default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
