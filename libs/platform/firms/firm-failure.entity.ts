import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A firm that a loop over all firms passed over when it last came by. */
@Entity('firm_failure')
export class FirmFailureEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('text') loop!: string;
  /** The class of the error and its code: nothing that it says. */
  @Column('text') error!: string;
  @Column('int', { default: 1 }) times!: number;
  @Column('timestamptz', { default: () => 'now()' }) since!: Date;
  @Column('timestamptz', { default: () => 'now()' }) lastAt!: Date;
}
