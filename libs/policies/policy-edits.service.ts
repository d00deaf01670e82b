import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { demand } from '@app/platform/errors/demand.js';
import { mayManageFirm } from '@app/identity/access.rules.js';
import { IdentityService } from '@app/identity/identity.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { combinedPolicy, layersOf } from '@app/limits/limits.rules.js';
import { LimitsService } from '@app/limits/limits.service.js';
import type { PolicyLayer, PolicySubject } from '@app/limits/limits.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { SearchesService } from '@app/searches/searches.service.js';
import { explainBudgets, explainSettings } from './explain.rules.js';
import { POLICY_CHANGED } from './policies.events.js';
import { PoliciesRepository, type LayerKey } from './policies.repository.js';
import type {
  EditPolicy,
  FieldRefusal,
  FirmPolicies,
  PoliciesErrorCode,
  PolicyEdit,
  PolicyRole,
  PolicyStage,
  PolicyView,
} from './policies.types.js';
import { edited, editRefusals, orderRefusals, policyChanges } from './settings.rules.js';

const EDITS_SHOWN = 50;
const MANAGERS_ONLY = 'Only partners and admins can set the limits of the firm and its roles.';
const LEAD_ONLY = 'Only its lead, partners and admins can set the limits of a search.';
const FIRM: LayerKey = { scope: 'firm', scopeKey: '' };
/** no search and no role: what the firm's layer alone gives */
const NOBODY: PolicySubject = { searchId: '', roleKey: '' };

/** Limits by firm, role and search: what holds where and why, and how they are set and taken back. */
@Injectable()
export class PolicyEditsService {
  constructor(
    private readonly database: Database,
    private readonly repository: PoliciesRepository,
    private readonly limits: LimitsService,
    private readonly searches: SearchesService,
    private readonly identity: IdentityService,
    private readonly audit: AuditService,
  ) {}

  async firmPolicies(actor: Actor): Promise<FirmPolicies> {
    const [layers, stages] = await this.read(this.database.db, actor);
    const roles = await this.repository.roles(this.database.db, actor.firmId);
    const allowed = mayManageFirm(actor);
    return {
      firm: view(FIRM, NOBODY, layers, stages, allowed),
      roles: roles
        .filter(({ key, archived }) => !archived || layers.some((layer) => isLayer(layer, roleLayer(key))))
        .map(({ key, title }) => ({
          title,
          ...view(roleLayer(key), { ...NOBODY, roleKey: key }, layers, stages, allowed),
        })),
    };
  }

  async searchPolicy(actor: Actor, searchId: string): Promise<PolicyView> {
    const search = await this.searches.find(actor, searchId);
    const [layers, stages] = await this.read(this.database.db, actor);
    const subject = { searchId, roleKey: search.roleKey };
    return view(searchLayer(searchId), subject, layers, stages, mayEditSearch(actor, search.lead.id));
  }

  async editFirmPolicy(actor: Actor, edit: EditPolicy): Promise<PolicyView> {
    demand(mayManageFirm(actor), MANAGERS_ONLY);
    return this.database.transaction((tx) => this.edit(tx, actor, FIRM, NOBODY, edit));
  }

  async editRolePolicy(actor: Actor, roleKey: string, edit: EditPolicy): Promise<PolicyView> {
    demand(mayManageFirm(actor), MANAGERS_ONLY);
    const subject = { ...NOBODY, roleKey };
    return this.database.transaction(async (tx) => {
      await this.demandRole(tx, actor, roleKey);
      return this.edit(tx, actor, roleLayer(roleKey), subject, edit);
    });
  }

  async editSearchPolicy(actor: Actor, searchId: string, edit: EditPolicy): Promise<PolicyView> {
    const search = await this.searches.find(actor, searchId);
    demand(mayEditSearch(actor, search.lead.id), LEAD_ONLY);
    const subject = { searchId, roleKey: search.roleKey };
    return this.database.transaction((tx) => this.edit(tx, actor, searchLayer(searchId), subject, edit));
  }

  async firmEdits(actor: Actor): Promise<{ items: PolicyEdit[] }> {
    return this.edits(actor, FIRM);
  }

  async roleEdits(actor: Actor, roleKey: string): Promise<{ items: PolicyEdit[] }> {
    await this.demandRole(this.database.db, actor, roleKey);
    return this.edits(actor, roleLayer(roleKey));
  }

  async searchEdits(actor: Actor, searchId: string): Promise<{ items: PolicyEdit[] }> {
    await this.searches.find(actor, searchId);
    return this.edits(actor, searchLayer(searchId));
  }

  private async edit(
    tx: Transaction,
    actor: Actor,
    key: LayerKey,
    subject: PolicySubject,
    { version, settings: given }: EditPolicy,
  ): Promise<PolicyView> {
    const { firmId, userId } = actor;
    await this.repository.lock(tx, firmId);
    const layers = await this.limits.layers(tx, firmId);
    const stages = await this.repository.stages(tx, firmId);
    const before = layers.find((layer) => isLayer(layer, key)) ?? { ...key, settings: {}, version: 0 };
    if (before.version !== version) {
      const current = view(key, subject, layers, stages, true);
      const sentence = 'Somebody changed these limits in the meantime. Review them, then save again.';
      throw new DomainError<PoliciesErrorCode>('stale_version', sentence, { current });
    }
    refuse(
      editRefusals(
        given,
        explainBudgets([], stages).map(({ stageId: id, ...rest }) => ({ id, ...rest })),
      ),
    );
    const settings = edited(before.settings, given);
    const changes = policyChanges(before.settings, settings, (id) => id);
    if (changes.length === 0) return view(key, subject, layers, stages, true);
    const after = [...layers.filter((layer) => !isLayer(layer, key)), { ...key, settings, version: version + 1 }];
    refuse(orderRefusals(combinedPolicy(layersOf(after, subject)), given));
    if (key.scope === 'firm') refuse(roleRefusals(after, await this.repository.roles(tx, firmId), given));
    const id = await this.repository.saveLayer(tx, firmId, { ...key, settings, byUserId: userId });
    await this.repository.lookAgain(tx, firmId, key);
    const detail = { ...key, version: version + 1, changed: Object.keys(given) };
    await this.audit.fact(tx, actor, { fact: POLICY_CHANGED, subject: ['stall_policy', id], detail });
    return view(key, subject, after, stages, true);
  }

  private async edits(actor: Actor, key: LayerKey): Promise<{ items: PolicyEdit[] }> {
    const { db } = this.database;
    const stored = await this.repository.edits(db, actor.firmId, key, EDITS_SHOWN + 1);
    const labels = await this.repository.stageLabels(db, actor.firmId);
    const { items: users } = await this.identity.listUsers(actor);
    const stageLabel = (id: string): string => labels.get(id) ?? 'a stage';
    const items = stored.slice(0, EDITS_SHOWN).map(({ version, at, byUserId, settings }, i) => {
      const by = users.find(({ id }) => id === byUserId);
      const changes = policyChanges(stored[i + 1]?.settings ?? {}, settings, stageLabel);
      return { version, at, by: by ? { id: by.id, name: by.name } : null, changes };
    });
    return { items };
  }

  private async read(db: Transaction, { firmId }: Actor): Promise<[PolicyLayer[], PolicyStage[]]> {
    return [await this.limits.layers(db, firmId), await this.repository.stages(db, firmId)];
  }

  private async demandRole(db: Transaction, { firmId }: Actor, roleKey: string): Promise<void> {
    const roles = await this.repository.roles(db, firmId);
    if (roles.some(({ key }) => key === roleKey)) return;
    throw new DomainError<PoliciesErrorCode>('unknown_role', 'There is no role with this key.');
  }
}

function view(
  { scope, scopeKey }: LayerKey,
  subject: PolicySubject,
  layers: readonly PolicyLayer[],
  stages: readonly PolicyStage[],
  edit: boolean,
): PolicyView {
  const applicable = layersOf(layers, subject);
  return {
    scope,
    scopeKey,
    version: layers.find((layer) => isLayer(layer, { scope, scopeKey }))?.version ?? 0,
    settings: explainSettings(applicable),
    stageBudgets: explainBudgets(applicable, stages),
    allowed: { edit },
  };
}

/** The firm must not turn the order of limits round where a role adds its own. Searches follow by themselves. */
function roleRefusals(
  layers: readonly PolicyLayer[],
  roles: readonly PolicyRole[],
  given: EditPolicy['settings'],
): FieldRefusal[] {
  const refusals = layers
    .filter(({ scope }) => scope === 'role')
    .flatMap(({ scopeKey: roleKey }) => {
      const title = roles.find(({ key }) => key === roleKey)?.title ?? roleKey;
      const combined = combinedPolicy(layersOf(layers, { ...NOBODY, roleKey }));
      return orderRefusals(combined, given, `For the role ${title}: `);
    });
  return refusals.slice(0, 1);
}

function refuse(errors: readonly FieldRefusal[]): void {
  const [first] = errors;
  if (first) throw new DomainError<PoliciesErrorCode>('policy_refused', first.message, { errors });
}

const isLayer = (layer: LayerKey, { scope, scopeKey }: LayerKey): boolean =>
  layer.scope === scope && layer.scopeKey === scopeKey;
const roleLayer = (scopeKey: string): LayerKey => ({ scope: 'role', scopeKey });
const searchLayer = (scopeKey: string): LayerKey => ({ scope: 'search', scopeKey });
const mayEditSearch = (actor: Actor, leadUserId: string): boolean =>
  mayManageFirm(actor) || actor.userId === leadUserId;
