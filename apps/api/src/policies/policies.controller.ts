import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { PolicyEditsService } from '@app/policies/policy-edits.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { Documented } from '../http/documented.js';
import { policiesDocs } from './policies.docs.js';
import { EditPolicyDto, FirmPoliciesDto, PolicyVersionListDto, PolicyViewDto, RoleParam } from './policies.dto.js';

@ApiTags('policies')
@Documented<PoliciesController>(policiesDocs)
@Controller()
export class PoliciesController {
  constructor(private readonly policies: PolicyEditsService) {}

  @Get('policies')
  @ApiOkResponse({ type: FirmPoliciesDto })
  list(@CurrentActor() actor: Actor): Promise<FirmPoliciesDto> {
    return this.policies.firmPolicies(actor);
  }

  @Patch('policies/firm')
  @ApiOkResponse({ type: PolicyViewDto })
  editFirm(@CurrentActor() actor: Actor, @Body() edit: EditPolicyDto): Promise<PolicyViewDto> {
    return this.policies.editFirmPolicy(actor, edit);
  }

  @Get('policies/firm/versions')
  @ApiOkResponse({ type: PolicyVersionListDto })
  firmVersions(@CurrentActor() actor: Actor): Promise<PolicyVersionListDto> {
    return this.policies.firmEdits(actor);
  }

  @Patch('policies/roles/:roleKey')
  @ApiOkResponse({ type: PolicyViewDto })
  editRole(
    @CurrentActor() actor: Actor,
    @Param() { roleKey }: RoleParam,
    @Body() edit: EditPolicyDto,
  ): Promise<PolicyViewDto> {
    return this.policies.editRolePolicy(actor, roleKey, edit);
  }

  @Get('policies/roles/:roleKey/versions')
  @ApiOkResponse({ type: PolicyVersionListDto })
  roleVersions(@CurrentActor() actor: Actor, @Param() { roleKey }: RoleParam): Promise<PolicyVersionListDto> {
    return this.policies.roleEdits(actor, roleKey);
  }

  @Get('searches/:id/policy')
  @ApiOkResponse({ type: PolicyViewDto })
  search(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<PolicyViewDto> {
    return this.policies.searchPolicy(actor, id);
  }

  @Patch('searches/:id/policy')
  @ApiOkResponse({ type: PolicyViewDto })
  editSearch(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() edit: EditPolicyDto,
  ): Promise<PolicyViewDto> {
    return this.policies.editSearchPolicy(actor, id, edit);
  }

  @Get('searches/:id/policy/versions')
  @ApiOkResponse({ type: PolicyVersionListDto })
  searchVersions(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<PolicyVersionListDto> {
    return this.policies.searchEdits(actor, id);
  }
}
