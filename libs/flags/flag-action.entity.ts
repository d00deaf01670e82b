import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody did with a flag. */
@Entity('flag_action')
@Check("action in ('acknowledged', 'reopened', 'snoozed', 'woken', 'assigned', 'escalated')")
export class FlagActionEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') flagId!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('text') action!: 'acknowledged' | 'reopened' | 'snoozed' | 'woken' | 'assigned' | 'escalated';
  @Column('uuid', { nullable: true }) byUserId!: string | null;
  @Column('jsonb', { default: {} }) detail!: unknown;
}
