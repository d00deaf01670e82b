import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { Config } from '../config/config.js';
import { standardLog } from './destination.js';

/** Nest tells of every module and route it starts; nobody reads that twice. */
const NOT_LOGGED = new Set<unknown>(['InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/**
 * One JSON line per entry. Nothing is attached to requests on its own: the door writes its one line per answer itself,
 * so that headers, bodies and addresses with personal data never reach a log.
 */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        pinoHttp: [
          {
            level: config.LOG_LEVEL,
            autoLogging: false,
            base: null,
            hooks: {
              logMethod(entry, log) {
                const [first] = entry as [unknown];
                if (!NOT_LOGGED.has((first as { context?: unknown } | undefined)?.context)) log.apply(this, entry);
              },
            },
            redact: ['req.headers', 'req.body', 'req.query'],
          },
          standardLog(),
        ],
        forRoutes: [],
      }),
    }),
  ],
})
export class LoggingModule {}
