import { Module } from '@nestjs/common';
import { FirstStepsRepository } from './first-steps.repository.js';
import { FirstStepsService } from './first-steps.service.js';

@Module({ providers: [FirstStepsService, FirstStepsRepository], exports: [FirstStepsService] })
export class FirstStepsModule {}
