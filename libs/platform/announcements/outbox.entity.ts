import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An announced fact, until the relay has handed it on. */
@Entity('outbox')
export class OutboxEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') fact!: string;
  @Column('uuid') subjectId!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) relayedAt!: Date | null;
}
