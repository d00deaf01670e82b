import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { LimitsRepository } from './limits.repository.js';
import { policyLookup } from './limits.rules.js';
import type { PolicyLayer, PolicyOf } from './limits.types.js';

/** The limits the stall rules compare with, by firm, role and search. */
@Injectable()
export class LimitsService {
  constructor(private readonly repository: LimitsRepository) {}

  /** What firm, roles and searches say by themselves. */
  layers(db: Transaction, firmId: string): Promise<PolicyLayer[]> {
    return this.repository.layers(db, firmId);
  }

  /** The effective policy of every search of a firm, for whoever assesses many of them. */
  async policyOf(db: Transaction, firmId: string): Promise<PolicyOf> {
    return policyLookup(await this.repository.layers(db, firmId));
  }
}
