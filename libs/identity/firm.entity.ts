import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A tenant. Every other table of a firm begins with its id. */
@Entity('firm')
@Check('length(name) between 1 and 200')
@Check('sample_of is null or simulated')
@Unique(['sampleOf'])
export class FirmEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column({ type: 'text', collation: 'und-x-icu' }) name!: string;
  @Column('boolean', { default: false }) simulated!: boolean;
  /** the firm that this one is the sample data of */
  @Column('uuid', { nullable: true }) sampleOf!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
