import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** When somebody wants to be left alone, and when their digest comes. */
@Entity('reminder_setting')
export class ReminderSettingEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') userId!: string;
  @Column('time') quietFrom!: string;
  @Column('time') quietTo!: string;
  @Column('time') digestAt!: string;
  @Column('boolean') workingDaysOnly!: boolean;
  @VersionColumn({ default: 1 }) version!: number;
}
