import { answer, api } from '../../../lib/api';
import type { Body } from '../../../lib/answers';
import { useChange } from '../../../lib/use-change';

export type AddRoleTemplate = Body<'/api/role-templates'>;
export type EditRoleTemplate = Body<'/api/role-templates/{id}', 'patch'>;

export const useAddRoleTemplate = () =>
  useChange({
    fact: 'role_templates.template_added',
    mutationFn: (body: AddRoleTemplate) => answer(api.POST('/api/role-templates', { body })),
    quiet: true,
  });

export const useEditRoleTemplate = () =>
  useChange({
    fact: 'role_templates.template_changed',
    mutationFn: ({ id, ...body }: EditRoleTemplate & { id: string }) =>
      answer(api.PATCH('/api/role-templates/{id}', { params: { path: { id } }, body })),
    quiet: true,
  });
