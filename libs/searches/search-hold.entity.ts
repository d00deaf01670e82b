import { Check, Column, Entity, Exclusion, PrimaryColumn, Unique } from 'typeorm';

/** A stretch in which a search was on hold. */
@Entity('search_hold')
@Unique(['firmId', 'searchId', 'startedAt'])
@Check('ended_at >= started_at')
@Exclusion('using gist (firm_id with =, search_id with =, tstzrange(started_at, ended_at) with &&)')
export class SearchHoldEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') searchId!: string;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
}
