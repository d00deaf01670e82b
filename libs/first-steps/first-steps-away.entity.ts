import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who has put the first steps away. */
@Entity('first_steps_away')
export class FirstStepsAwayEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') userId!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
