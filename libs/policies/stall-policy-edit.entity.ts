import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { PolicySettings } from '@app/limits/limits.types.js';

/** What one layer said about limits from one version on. */
@Entity('stall_policy_edit')
@Unique(['firmId', 'policyId', 'version'])
export class StallPolicyEditEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') policyId!: string;
  @Column('integer') version!: number;
  @Column('jsonb') settings!: PolicySettings;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('uuid', { nullable: true }) byUserId!: string | null;
}
