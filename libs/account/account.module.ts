import { Module } from '@nestjs/common';
import { AuthModule, LoginsModule } from '@app/auth/auth.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { AccountService } from './account.service.js';

@Module({ imports: [AuthModule, IdentityModule, LoginsModule], providers: [AccountService], exports: [AccountService] })
export class AccountModule {}
