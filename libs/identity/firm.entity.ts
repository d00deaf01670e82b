import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A tenant. Every other table of a firm begins with its id. */
@Entity('firm')
@Check('length(name) between 1 and 200')
export class FirmEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column({ type: 'text', collation: 'und-x-icu' }) name!: string;
  @Column('boolean', { default: false }) simulated!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
