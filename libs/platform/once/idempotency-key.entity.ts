import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A request that acts once, and the answer it got. */
@Entity('idempotency_key')
@Unique(['firmId', 'userId', 'keyHash'])
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') userId!: string;
  @Column('bytea') keyHash!: Buffer;
  @Column('bytea') requestHash!: Buffer;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz') leaseUntil!: Date;
  @Column('boolean', { default: false }) committed!: boolean;
  @Column('smallint', { nullable: true }) status!: number | null;
  @Column('text', { nullable: true }) contentType!: string | null;
  @Column('text', { nullable: true }) body!: string | null;
}
