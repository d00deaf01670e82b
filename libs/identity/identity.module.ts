import { Module } from '@nestjs/common';
import { TimeModule } from '@app/platform/time/time.module.js';
import { IdentityRepository } from './identity.repository.js';
import { IdentityService } from './identity.service.js';

@Module({
  imports: [TimeModule],
  providers: [IdentityRepository, IdentityService],
  exports: [IdentityService],
})
export class IdentityModule {}
