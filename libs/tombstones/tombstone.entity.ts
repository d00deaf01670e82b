import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A salted hash by which somebody who was erased is recognised. */
@Entity('tombstone')
export class TombstoneEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') erasureId!: string;
  @Column('bytea') mark!: Buffer;
}
