import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { prepared } from '@app/platform/database/prepared.js';
import type { PolicyLayer } from './limits.types.js';

@Injectable()
export class LimitsRepository {
  layers(db: Transaction, firmId: string): Promise<PolicyLayer[]> {
    return prepared(
      db,
      'limits_layers',
      `select scope, scope_key as "scopeKey", settings, version from stall_policy where firm_id = $1`,
      [firmId],
    );
  }
}
