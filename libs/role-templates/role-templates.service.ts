import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { mayManageFirm } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { demand } from '@app/platform/errors/demand.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { changesTo } from '@app/platform/values/given.js';
import { builtInTemplates } from './built-in.rules.js';
import { ROLE_TEMPLATE_ADDED, ROLE_TEMPLATE_CHANGED } from './role-templates.events.js';
import { RoleTemplatesRepository } from './role-templates.repository.js';
import { asKept, keyFor, titleRefusal } from './role-templates.rules.js';
import type {
  EditRoleTemplate,
  RoleTemplate,
  RoleTemplateFields,
  RoleTemplates,
  RoleTemplatesErrorCode,
  StoredRoleTemplate,
} from './role-templates.types.js';

/** So many are still found in a list; the archived ones count. */
const MOST_TEMPLATES = 200;
const MANAGERS_ONLY = 'Only partners and admins can change the role templates.';

/** The roles a search can be for, as the firm has written them. */
@Injectable()
export class RoleTemplatesService {
  constructor(
    private readonly database: Database,
    private readonly repository: RoleTemplatesRepository,
    private readonly audit: AuditService,
  ) {}

  /** Gives a new firm the templates it starts with, in the transaction that makes the firm. */
  async giveDefaults(tx: Transaction, firmId: string): Promise<void> {
    await this.repository.insert(tx, firmId, builtInTemplates());
  }

  async list(actor: Actor): Promise<RoleTemplates> {
    const all = (await this.repository.list(this.database.db, actor.firmId)).map((one) => told(actor, one));
    return {
      items: all.filter(({ archived }) => !archived),
      archived: all.filter(({ archived }) => archived),
      allowed: { add: mayManageFirm(actor) },
    };
  }

  async addTemplate(actor: Actor, input: RoleTemplateFields): Promise<RoleTemplate> {
    demand(mayManageFirm(actor), MANAGERS_ONLY);
    const { firmId } = actor;
    return this.database.transaction(async (tx) => {
      const all = await this.locked(tx, firmId);
      if (all.length >= MOST_TEMPLATES) {
        const sentence = `There are ${MOST_TEMPLATES} role templates already, archived ones included. Change one of them.`;
        throw new DomainError<RoleTemplatesErrorCode>('too_many_role_templates', sentence);
      }
      refuseTitle(all, input.title);
      const key = keyFor(
        input.title,
        all.map((one) => one.key),
      );
      const [id = ''] = await this.repository.insert(tx, firmId, [{ ...asKept(input), key }]);
      await this.audit.fact(tx, actor, { fact: ROLE_TEMPLATE_ADDED, subject: ['role_template', id], detail: { key } });
      return told(actor, found(await this.repository.list(tx, firmId), id));
    });
  }

  /** Archiving and bringing back are changes like others: searches that were opened from it keep what they took. */
  async editTemplate(actor: Actor, id: string, { version, ...given }: EditRoleTemplate): Promise<RoleTemplate> {
    demand(mayManageFirm(actor), MANAGERS_ONLY);
    const { firmId } = actor;
    return this.database.transaction(async (tx) => {
      const all = await this.locked(tx, firmId);
      const before = found(all, id);
      if (before.version !== version) {
        const sentence = 'Somebody changed this role template in the meantime. Review it, then save again.';
        throw new DomainError<RoleTemplatesErrorCode>('stale_version', sentence, { current: told(actor, before) });
      }
      const changes = changesTo(before, asKept(given));
      if (!changes) return told(actor, before);
      if (changes.title)
        refuseTitle(
          all.filter((one) => one.id !== id),
          changes.title,
        );
      await this.repository.update(tx, firmId, { ...before, ...changes });
      const detail = { key: before.key, changed: Object.keys(changes) };
      await this.audit.fact(tx, actor, { fact: ROLE_TEMPLATE_CHANGED, subject: ['role_template', id], detail });
      return told(actor, found(await this.repository.list(tx, firmId), id));
    });
  }

  /** As nobody else changes them before the commit. */
  private async locked(tx: Transaction, firmId: string): Promise<StoredRoleTemplate[]> {
    await this.repository.lock(tx, firmId);
    return this.repository.list(tx, firmId);
  }
}

const told = (actor: Actor, template: StoredRoleTemplate): RoleTemplate => ({
  ...template,
  allowed: { edit: mayManageFirm(actor) },
});

function found(all: readonly StoredRoleTemplate[], id: string): StoredRoleTemplate {
  const template = all.find((one) => one.id === id);
  if (template) return template;
  throw new DomainError<RoleTemplatesErrorCode>('role_template_not_found', 'There is no role template with this id.');
}

function refuseTitle(others: readonly StoredRoleTemplate[], title: string): void {
  const message = titleRefusal(others, title);
  if (!message) return;
  throw new DomainError<RoleTemplatesErrorCode>('role_title_taken', message, {
    errors: [{ field: 'title', message }],
  });
}
