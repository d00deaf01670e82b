import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** An uploaded file of an import. */
@Entity('import_file')
@Unique(['firmId', 'runId', 'name'])
export class ImportFileEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') runId!: string;
  @Column('text') name!: string;
  @Column('uuid') fileId!: string;
}
