import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { Database } from './database.js';
import { dataSourceOptions } from './data-source.js';
import { QuickReader } from './quick-reader.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: dataSourceOptions,
    }),
  ],
  providers: [Database, QuickReader],
  exports: [Database, QuickReader],
})
export class DatabaseModule {}
