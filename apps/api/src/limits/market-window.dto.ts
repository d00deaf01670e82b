import { ApiProperty } from '@nestjs/swagger';
import type { MarketWindow, WindowState } from '@app/limits/limits.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';

const STATES: WindowState[] = ['open', 'closing', 'closed', 'stopped'];

export class MarketWindowDto implements MarketWindow {
  @ApiProperty({ type: String, format: 'date-time' })
  openedAt!: Date;

  @ApiProperty({ type: 'integer', description: 'Local days since it opened; for a stopped window, until it stopped.' })
  day!: number;

  @ApiProperty({ type: 'integer', description: 'How long it is by the limits of the search, in days.' })
  days!: number;

  @ApiProperty({ type: String, format: 'date-time', description: 'The start of the day after its last day.' })
  closesAt!: Date;

  @ApiProperty({ type: String, format: 'date', description: 'The date at the office of the search.' })
  closesOn!: LocalDate;

  @ApiProperty({ enum: STATES })
  state!: WindowState;
}
