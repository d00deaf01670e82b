import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A piece of an uploaded file. */
@Entity('stored_file_chunk')
export class StoredFileChunkEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') fileId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('bytea') bytes!: Buffer;
}
