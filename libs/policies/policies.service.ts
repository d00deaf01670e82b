import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { PoliciesRepository } from './policies.repository.js';
import { policyLookup, windowLengths } from './policies.rules.js';
import type { PolicyOf } from './policies.types.js';

/** The limits the stall rules compare with, by firm, role and search. */
@Injectable()
export class PoliciesService {
  constructor(private readonly repository: PoliciesRepository) {}

  /** The effective policy of every search of a firm, for whoever assesses many of them. */
  async policyOf(reader: Transaction, firmId: string): Promise<PolicyOf> {
    return policyLookup(await this.repository.layers(reader, firmId));
  }

  /** The shortest and the longest market window that any search of a firm may have, in days. */
  async windowLengths(reader: Transaction, firmId: string): Promise<{ shortest: number; longest: number }> {
    return windowLengths(await this.repository.layers(reader, firmId));
  }
}
