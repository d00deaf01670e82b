import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Somebody was asked to join; the link is kept as a hash. */
@Entity('invitation')
@Unique(['firmId', 'userId'])
@Unique(['tokenHash'])
@Check('(token_hash is null) = (expires_at is null)')
@Check('(sent_at is null) or (token_hash is not null)')
@Check('(taken_back_at is null) or (token_hash is null)')
export class InvitationEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') userId!: string;
  @Column('uuid', { nullable: true }) invitedBy!: string | null;
  @Column('timestamptz') askedAt!: Date;
  @Column('text', { nullable: true }) tokenHash!: string | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { nullable: true }) expiresAt!: Date | null;
  @Column('integer', { default: 0 }) tries!: number;
  @Column('timestamptz', { default: () => 'now()' }) nextTryAt!: Date;
  @Column('timestamptz', { nullable: true }) refusedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) takenBackAt!: Date | null;
}
