import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { ListName } from './views.types.js';

/** A list as somebody looks at it: its order, its columns and which of its rows. */
@Entity('saved_view')
@Unique(['firmId', 'userId', 'list', 'name'])
@Check("list in ('candidates', 'searches', 'clients')")
@Check('length(name) between 1 and 300')
export class SavedViewEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') userId!: string;
  @Column('text') list!: ListName;
  @Column({ type: 'text', collation: 'und-x-icu' }) name!: string;
  /** what the address says: `sort=-added` */
  @Column('jsonb') asked!: string[];
  @Column('boolean') shared!: boolean;
  @VersionColumn({ default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
