import { Module } from '@nestjs/common';
import { StagesRepository } from './stages.repository.js';
import { StagesService } from './stages.service.js';

@Module({ providers: [StagesService, StagesRepository], exports: [StagesService] })
export class StagesModule {}
