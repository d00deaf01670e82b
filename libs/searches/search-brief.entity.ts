import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A brief as somebody left it; the latest is the one that counts. */
@Entity('search_brief')
@Unique(['firmId', 'searchId', 'version'])
@Check('version > 0')
export class SearchBriefEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') searchId!: string;
  @Column('integer') version!: number;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) byUserId!: string | null;
}
