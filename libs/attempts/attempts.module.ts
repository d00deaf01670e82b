import { Module } from '@nestjs/common';
import { TimeModule } from '@app/platform/time/time.module.js';
import { AttemptsRepository } from './attempts.repository.js';
import { AttemptsService } from './attempts.service.js';

@Module({ imports: [TimeModule], providers: [AttemptsRepository, AttemptsService], exports: [AttemptsService] })
export class AttemptsModule {}
