import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CriterionKind } from '@app/role-templates/role-templates.types.js';

/** What a candidate for this search has to bring, as one of its briefs says. */
@Entity('search_criterion')
@Unique(['firmId', 'briefId', 'position'])
@Check("kind in ('technical', 'organisational', 'commercial', 'governance')")
@Check('length(text) between 1 and 500')
export class SearchCriterionEntity {
  @PrimaryColumn('uuid') firmId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') searchId!: string;
  @Column('uuid') briefId!: string;
  @Column('integer') position!: number;
  @Column('text') text!: string;
  @Column('text') kind!: CriterionKind;
  @Column('boolean') mustHave!: boolean;
}
