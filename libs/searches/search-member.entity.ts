import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Somebody on the team of a search. */
@Entity('search_member')
@Unique(['firmId', 'searchId', 'userId'])
export class SearchMemberEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') searchId!: string;
  @Column('uuid') userId!: string;
  @Column('boolean', { default: false }) stays!: boolean;
}
