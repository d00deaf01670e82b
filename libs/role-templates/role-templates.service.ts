import { Injectable } from '@nestjs/common';
import { ROLE_TEMPLATES } from './role-templates.rules.js';
import type { RoleTemplate } from './role-templates.types.js';

/** The roles a search can be for. */
@Injectable()
export class RoleTemplatesService {
  list(): { items: RoleTemplate[] } {
    return { items: [...ROLE_TEMPLATES] };
  }
}
