import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** How the closed days of a client stood from one version on. */
@Entity('client_calendar_edit')
@Unique(['firmId', 'clientId', 'version'])
export class ClientCalendarEditEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clientId!: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('uuid', { nullable: true }) byUserId!: string | null;
  @Column('jsonb') holidays!: unknown;
}
