import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { Role } from './identity.types.js';

/** Somebody who works at a firm. */
@Entity('firm_user')
@Unique(['firmId', 'email'])
@Unique(['firmId', 'authUserId'])
@Check('email = lower(email)')
@Check("role in ('admin', 'partner', 'consultant', 'researcher')")
export class FirmUserEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column({ type: 'text', collation: 'und-x-icu' }) name!: string;
  @Column('text') role!: Role;
  @Column('uuid') officeId!: string;
  @Column('text', { nullable: true }) authUserId!: string | null;
  @VersionColumn({ default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) deactivatedAt!: Date | null;
}
