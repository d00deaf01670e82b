import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttemptResult } from './deliveries.types.js';

/** One try at sending a mail, and what the server said. */
@Entity('delivery_attempt')
@Check("result in ('accepted', 'refused', 'deferred', 'unsent', 'unknown', 'lost')")
export class DeliveryAttemptEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') deliveryId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) endedAt!: Date;
  @Column('text') result!: AttemptResult | 'lost';
  @Column('text', { nullable: true }) response!: string | null;
}
