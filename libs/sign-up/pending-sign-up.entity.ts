import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A firm that somebody asked for and has not confirmed yet. */
@Entity('pending_sign_up')
@Check('email = lower(email)')
export class PendingSignUpEntity {
  @PrimaryColumn('text') tokenHash!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text') firmName!: string;
  @Column('text') country!: string;
  @Column('text', { nullable: true }) region!: string | null;
  @Column('text') timeZone!: string;
  @Column('timestamptz') expiresAt!: Date;
}
