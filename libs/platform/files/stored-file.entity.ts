import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An uploaded file. */
@Entity('stored_file')
export class StoredFileEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('bigint', { default: () => '0' }) size!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) touchedAt!: Date;
}
