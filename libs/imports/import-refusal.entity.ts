import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row that an import did not take, and why. */
@Entity('import_refusal')
export class ImportRefusalEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') runId!: string;
  @Column('text') file!: string;
  @Column('bigint') rowNumber!: string;
  @Column('text', { nullable: true }) columnName!: string | null;
  @Column('text') sentence!: string;
  @Column('text', { nullable: true }) ref!: string | null;
  @Column('jsonb', { default: {} }) cells!: unknown;
  @Column('text', { nullable: true }) rowText!: string | null;
}
