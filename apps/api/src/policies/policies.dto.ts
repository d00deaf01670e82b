import { POLICY_SCOPES, type PolicyScope } from '@app/limits/limits.types.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsString, MaxLength } from 'class-validator';
import {
  type BudgetOrigin,
  type EditPolicy,
  type ExplainedBudget,
  type ExplainedSetting,
  type FirmPolicies,
  type PolicyEdit,
  type PolicyKey,
  type PolicyOrigin,
  type PolicyUnit,
  type PolicyValue,
  type PolicyView,
  type Sourced,
} from '@app/policies/policies.types.js';
import { Nullable, Version } from '../http/fields.js';
import { listOf, NamedDto } from '../http/shapes.dto.js';

const ORIGINS = ['default', ...POLICY_SCOPES];
const BUDGET_ORIGINS = ['share', 'stage', ...POLICY_SCOPES];
const UNITS: PolicyUnit[] = ['working_days', 'window_day', 'search_day', 'people', 'yes_no'];
/** As far as any limit goes; what each one may be stands in the view of it. */
const DAYS = { type: 'integer', minimum: 1, maximum: 250 } as const;
const VALUE = { oneOf: [{ type: 'integer' }, { type: 'boolean' }] };

export class RoleParam {
  @ApiProperty({ example: 'chief_ai_officer' })
  @IsString()
  @MaxLength(100)
  roleKey!: string;
}

/** One number per limit, null to take it back; the rules say which numbers are possible. */
class PolicySettingsDto {
  @OptionalNumber()
  noProgressDays?: number | null;

  @OptionalNumber()
  noProgressSourcingDays?: number | null;

  @OptionalNumber()
  windowWatchDay?: number | null;

  @OptionalNumber()
  windowCloseDay?: number | null;

  @OptionalNumber()
  slateSize?: number | null;

  @OptionalNumber()
  slateDay?: number | null;

  @OptionalNumber()
  clientSilentWatchDays?: number | null;

  @OptionalNumber()
  clientSilentStalledDays?: number | null;

  @OptionalNumber()
  offerPendingDays?: number | null;

  @OptionalNumber()
  thinPipelineDay?: number | null;

  @OptionalNumber()
  thinPipelineSize?: number | null;

  @OptionalNumber()
  decisionMakerDays?: number | null;

  @OptionalNumber()
  escalateAfterDays?: number | null;

  @ApiPropertyOptional({ type: Boolean, nullable: true })
  mailClientForFeedback?: boolean | null;

  @ApiPropertyOptional({
    type: 'object',
    nullable: true,
    additionalProperties: { ...DAYS, nullable: true },
    description: 'Working days by stage id; null takes one back.',
  })
  stageBudgets?: Record<string, number | null> | null;
}

export class EditPolicyDto implements EditPolicy {
  @ApiProperty({ description: 'The version that was read; 0 if nothing was set yet.' })
  @Version()
  version!: number;

  @ApiProperty({ type: PolicySettingsDto, description: 'Fields left out stay as they are.' })
  @IsObject()
  settings!: Record<string, unknown>;
}

class SourcedValueDto implements Sourced<PolicyValue> {
  @ApiProperty(VALUE)
  value!: PolicyValue;

  @ApiProperty({ enum: ORIGINS })
  origin!: PolicyOrigin;
}

class ExplainedSettingDto extends SourcedValueDto implements ExplainedSetting {
  @ApiProperty({ type: String })
  key!: PolicyKey;

  @ApiProperty()
  label!: string;

  @ApiProperty({ description: 'What it does, in one sentence.' })
  about!: string;

  @ApiProperty({ enum: UNITS })
  unit!: PolicyUnit;

  @ApiProperty()
  min!: number;

  @ApiProperty()
  max!: number;

  @Nullable({ type: SourcedValueDto, description: 'What applies if the layer it comes from sets nothing.' })
  wider!: SourcedValueDto | null;
}

class SourcedBudgetDto implements Sourced<number | null, BudgetOrigin> {
  @Nullable({ type: Number })
  value!: number | null;

  @ApiProperty({ enum: BUDGET_ORIGINS, description: '`share`: its part of the market window.' })
  origin!: BudgetOrigin;
}

class ExplainedBudgetDto extends SourcedBudgetDto implements ExplainedBudget {
  @ApiProperty({ format: 'uuid' })
  stageId!: string;

  @ApiProperty()
  label!: string;

  @Nullable({ type: SourcedBudgetDto })
  wider!: SourcedBudgetDto | null;

  @ApiProperty({ description: 'False for stages outside the market window.' })
  settable!: boolean;
}

class PolicyAllowedDto {
  @ApiProperty()
  edit!: boolean;
}

export class PolicyViewDto implements PolicyView {
  @ApiProperty({ enum: POLICY_SCOPES })
  scope!: PolicyScope;

  @ApiProperty({ description: "Empty for the firm, a role's key, or the id of a search." })
  scopeKey!: string;

  @ApiProperty({ description: "The layer's own version; 0 while it sets nothing." })
  version!: number;

  @ApiProperty({ type: [ExplainedSettingDto] })
  settings!: ExplainedSettingDto[];

  @ApiProperty({ type: [ExplainedBudgetDto] })
  stageBudgets!: ExplainedBudgetDto[];

  @ApiProperty()
  allowed!: PolicyAllowedDto;
}

class RolePolicyDto extends PolicyViewDto {
  @ApiProperty()
  title!: string;
}

export class FirmPoliciesDto implements FirmPolicies {
  @ApiProperty()
  firm!: PolicyViewDto;

  @ApiProperty({ type: [RolePolicyDto] })
  roles!: RolePolicyDto[];
}

class PolicyVersionDto implements PolicyEdit {
  @ApiProperty()
  version!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @Nullable({ type: NamedDto })
  by!: NamedDto | null;

  @ApiProperty({ type: [String], description: 'What differs from the previous version, one sentence each.' })
  changes!: string[];
}

export class PolicyVersionListDto extends listOf(PolicyVersionDto, 'The latest 50, the newest first.') {}

function OptionalNumber(): PropertyDecorator {
  return ApiPropertyOptional({ ...DAYS, nullable: true });
}
