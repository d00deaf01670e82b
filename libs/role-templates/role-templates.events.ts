/** A role template was added, or changed, archived or brought back; the subject is the template. */
export const ROLE_TEMPLATE_ADDED = 'role_templates.template_added';
export const ROLE_TEMPLATE_CHANGED = 'role_templates.template_changed';
