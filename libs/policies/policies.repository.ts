import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PolicyLayer } from './policies.types.js';

@Injectable()
export class PoliciesRepository {
  layers(reader: EntityManager, firmId: string): Promise<PolicyLayer[]> {
    return reader.query(
      `select scope, scope_key as "scopeKey", settings, version from stall_policy where firm_id = $1`,
      [firmId],
    );
  }
}
