import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { LAYERS } from './layers.sql.js';
import type { PolicyLayer } from './limits.types.js';

@Injectable()
export class LimitsRepository {
  async layers(db: Transaction, firmId: string): Promise<PolicyLayer[]> {
    const [row] = await db.query<{ layers: PolicyLayer[] }[]>(`select ${LAYERS} as layers`, [firmId]);
    return row?.layers ?? [];
  }
}
