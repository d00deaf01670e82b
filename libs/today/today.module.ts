import { Module } from '@nestjs/common';
import { StallsModule } from '@app/stalls/stalls.module.js';
import { TodayRepository } from './today.repository.js';
import { TodayService } from './today.service.js';

@Module({
  imports: [StallsModule],
  providers: [TodayService, TodayRepository],
  exports: [TodayService],
})
export class TodayModule {}
