import { SEVERITIES, type Severity } from '@app/vocabulary/vocabulary.types.js';
import { ApiProperty } from '@nestjs/swagger';
import { STALL_RULE_NAMES, type LimitName, type StallRuleName } from '@app/clocks/clocks.types.js';
import type {
  EpisodeFigures,
  FlagHistory,
  FlagWhy,
  PastFlag,
  WhyCalendar,
  WhyDay,
  WhyFact,
} from '@app/flags/flags.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { Nullable } from '../http/fields.js';
import { FlagDto } from './flags.dto.js';

const FACTS: WhyFact['kind'][] = ['stage_move', 'activity', 'interview', 'offer', 'search_opened'];
const DAYS: WhyDay['kind'][] = ['counts', 'weekend', 'holiday', 'held'];
const STATES: PastFlag['state'][] = ['open', 'suspended', 'cleared'];

export class WhyFactDto implements WhyFact {
  @ApiProperty({ enum: FACTS })
  kind!: WhyFact['kind'];

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @Nullable({ type: String, description: 'The stage moved to, the kind of activity, what became of the offer.' })
  what!: string | null;

  @Nullable({ type: String })
  by!: string | null;

  @Nullable({ type: String, format: 'uuid' })
  candidacyId!: string | null;

  @Nullable({ type: String })
  candidateName!: string | null;
}

export class WhyDayDto implements WhyDay {
  @ApiProperty({ type: String, format: 'date' })
  date!: LocalDate;

  @ApiProperty({ enum: DAYS })
  kind!: WhyDay['kind'];

  @Nullable({ type: String, description: "The holiday's." })
  name!: string | null;

  @Nullable({ enum: ['office', 'client'], type: String, description: 'Who keeps the holiday.' })
  keptBy!: 'office' | 'client' | null;

  @Nullable({ type: Number, description: 'Which of the counted days it is.' })
  number!: number | null;
}

export class WhyCalendarDto implements WhyCalendar {
  @ApiProperty()
  zone!: string;

  @ApiProperty({ type: String, format: 'date', description: 'The local date the clock runs from.' })
  start!: LocalDate;

  @ApiProperty({ type: String, format: 'date' })
  deadline!: LocalDate;

  @ApiProperty({ type: String, format: 'date' })
  today!: LocalDate;

  @ApiProperty({ type: [WhyDayDto] })
  days!: WhyDayDto[];
}

export class EvidenceNameDto {
  @ApiProperty({ description: "A key of the flag's evidence." })
  key!: string;

  @ApiProperty({ description: 'What it is called.' })
  label!: string;
}

export class FlagWhyDto implements FlagWhy {
  @ApiProperty({ type: FlagDto })
  flag!: FlagDto;

  @ApiProperty({ description: 'The rule in one sentence.' })
  definition!: string;

  @ApiProperty({ description: 'What makes the flag go.' })
  ends!: string;

  @ApiProperty({ type: [String], description: "Settings of the search's policy that it compares with." })
  limits!: LimitName[];

  @Nullable({ type: String, description: 'What a stalled flag has passed, where that is not one of the limits.' })
  limitNote!: string | null;

  @Nullable({ type: String, description: 'How the deadline comes about, where no days are counted up to it.' })
  forecast!: string | null;

  @ApiProperty({ type: [EvidenceNameDto], description: 'What the parts of its evidence are called, in order.' })
  evidenceNames!: EvidenceNameDto[];

  @Nullable({ type: String, format: 'uuid', description: 'The stage whose budget it compares with.' })
  stageId!: string | null;

  @Nullable({ type: WhyFactDto, description: 'The fact its clock runs from.' })
  fact!: WhyFactDto | null;

  @ApiProperty({ type: WhyCalendarDto })
  calendar!: WhyCalendarDto;
}

export class PastFlagDto implements PastFlag {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: STALL_RULE_NAMES })
  rule!: StallRuleName;

  @ApiProperty({ enum: SEVERITIES })
  severity!: Severity;

  @Nullable({ type: String, format: 'uuid' })
  candidacyId!: string | null;

  @Nullable({ type: String })
  candidateName!: string | null;

  @ApiProperty()
  sentence!: string;

  @ApiProperty({ enum: STATES })
  state!: PastFlag['state'];

  @ApiProperty({ type: String, format: 'date-time' })
  since!: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  raisedAt!: Date;

  @Nullable({ type: String, format: 'date-time' })
  acknowledgedAt!: Date | null;

  @Nullable({ type: String })
  acknowledgedBy!: string | null;

  @Nullable({ type: Number, description: 'Working days of the office from raising to acknowledging.' })
  acknowledgedAfter!: number | null;

  @Nullable({ type: String, format: 'date-time' })
  escalatedAt!: Date | null;

  @Nullable({ type: String, format: 'date-time' })
  clearedAt!: Date | null;

  @Nullable({ type: String })
  clearedReason!: string | null;

  @Nullable({ type: Number, description: 'Working days of the office from raising to clearing.' })
  clearedAfter!: number | null;
}

export class EpisodeFiguresDto implements EpisodeFigures {
  @ApiProperty({ enum: STALL_RULE_NAMES })
  rule!: StallRuleName;

  @ApiProperty()
  raised!: number;

  @ApiProperty()
  acknowledged!: number;

  @Nullable({ type: Number, description: 'Median, in working days of the office.' })
  medianToAcknowledge!: number | null;

  @ApiProperty()
  cleared!: number;

  @Nullable({ type: Number, description: 'Median, in working days of the office.' })
  medianToClear!: number | null;
}

export class FlagHistoryDto implements FlagHistory {
  @ApiProperty({ type: [PastFlagDto] })
  items!: PastFlagDto[];

  @Nullable({ type: String })
  next!: string | null;

  @ApiProperty({ type: [EpisodeFiguresDto], description: 'Of all flags of the search, not of this page.' })
  figures!: EpisodeFiguresDto[];
}
