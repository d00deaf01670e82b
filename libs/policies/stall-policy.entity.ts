import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { PolicyScope, PolicySettings } from '@app/limits/limits.types.js';

/** What one layer says about limits now. */
@Entity('stall_policy')
@Unique(['firmId', 'scope', 'scopeKey'])
@Check("(scope = 'firm') = (scope_key = '')")
@Check("scope in ('firm', 'role', 'search')")
export class StallPolicyEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') scope!: PolicyScope;
  @Column('text') scopeKey!: string;
  @Column('jsonb', { default: {} }) settings!: PolicySettings;
  @VersionColumn({ default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
  @Column('uuid', { nullable: true }) updatedBy!: string | null;
}
