import { Entity, PrimaryColumn } from 'typeorm';

/** Tells this database from every other. */
@Entity('installation')
export class InstallationEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
}
