import { Module } from '@nestjs/common';
import { CandidatesModule } from '@app/candidates/candidates.module.js';
import { PipelineModule } from '@app/pipeline/pipeline.module.js';
import { TombstonesModule } from '@app/tombstones/tombstones.module.js';
import { NewcomersService } from './newcomers.service.js';

@Module({
  imports: [CandidatesModule, PipelineModule, TombstonesModule],
  providers: [NewcomersService],
  exports: [NewcomersService],
})
export class NewcomersModule {}
