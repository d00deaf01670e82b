import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Mailer } from './mailer.js';

@Global()
@Module({
  providers: [{ provide: Mailer, inject: [Config], useFactory: (config: Config) => new Mailer(config) }],
  exports: [Mailer],
})
export class MailModule {}
