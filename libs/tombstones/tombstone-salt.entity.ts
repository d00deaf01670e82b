import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The salt of all marks of a firm. */
@Entity('tombstone_salt')
export class TombstoneSaltEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @Column('bytea') salt!: Buffer;
}
