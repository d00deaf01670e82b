import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Tries to sign in, to reset, to sign up, counted by what was tried until a moment. */
@Entity('attempt', { schema: 'auth' })
export class AttemptEntity {
  @PrimaryColumn('text') key!: string;
  @Column('integer') count!: number;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') nextAt!: Date;
  @Column('timestamptz') endsAt!: Date;
}
