import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { Database } from './database.js';
import { dataSourceOptions } from './data-source.js';
import { QuickDb } from './quick-db.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: dataSourceOptions,
    }),
  ],
  providers: [Database, QuickDb],
  exports: [Database, QuickDb],
})
export class DatabaseModule {}
