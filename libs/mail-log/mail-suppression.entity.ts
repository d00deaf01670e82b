import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody gets no mails until this is lifted. */
@Entity('mail_suppression')
@Index('mail_suppression_standing', { synchronize: false })
@Check('num_nonnulls(user_id, contact_id) = 1')
export class MailSuppressionEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) userId!: string | null;
  @Column('uuid', { nullable: true }) contactId!: string | null;
  @Column('text') reason!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) liftedAt!: Date | null;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('uuid', { nullable: true }) liftedBy!: string | null;
}
