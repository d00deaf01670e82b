import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The next moment at which a search has to be looked at. */
@Entity('search_check')
export class SearchCheckEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') searchId!: string;
  @Column('timestamptz', { default: '-infinity', nullable: true }) nextCheckAt!: Date | null;
}
