import { Module } from '@nestjs/common';
import { MailModule } from '@app/platform/mail/mail.module.js';
import { Auth } from './auth.js';

/** Signing in and out. Apart from the room itself, so that only the API process carries it. */
@Module({ imports: [MailModule], providers: [Auth], exports: [Auth] })
export class AuthModule {}
