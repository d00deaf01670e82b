import { plainToInstance, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength, validateSync } from 'class-validator';

const LOCAL_URL = { require_tld: false, require_protocol: true };

/** Every setting of every process, read once from the environment and validated before anything starts. */
export class Config {
  @Matches(/^postgres(ql)?:\/\//, {
    message: 'DATABASE_URL must look like postgres://user:password@host:5432/database',
  })
  DATABASE_URL!: string;

  /** When set, BullMQ runs on this Redis; otherwise on Postgres. */
  @IsOptional()
  @Matches(/^rediss?:\/\//, { message: 'REDIS_URL must look like redis://host:6379' })
  REDIS_URL?: string;

  /** Signs session cookies. Changing it signs everybody out. */
  @IsString()
  @MinLength(32, { message: 'AUTH_SECRET must be at least 32 characters; make one with: openssl rand -base64 32' })
  AUTH_SECRET!: string;

  /** The address people type; links in mails start with it. */
  @IsUrl(LOCAL_URL, { message: 'PUBLIC_URL must be an http(s) address' })
  PUBLIC_URL = 'http://127.0.0.1:3000';

  /** Addresses or networks of the reverse proxies in front, separated by commas; their X-Forwarded-For is believed. */
  @IsString()
  TRUST_PROXY = '';

  @IsString()
  HOST = '127.0.0.1';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  WORKER_HEALTH_PORT = 3001;

  @Matches(/^smtps?:\/\//, { message: 'SMTP_URL must look like smtps://user:password@host:465' })
  SMTP_URL = 'smtp://127.0.0.1:1025';

  /** TLS is demanded of a plain smtp:// server unless this says "no". */
  @IsIn(['yes', 'no'])
  SMTP_REQUIRE_TLS: 'yes' | 'no' = 'yes';

  @IsString()
  MAIL_FROM = 'Searchlight <searchlight@localhost.test>';

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  DATABASE_POOL = 10;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
  LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent' = 'info';

  /** The built web app; api serves it. */
  @IsString()
  WEB_DIR = 'apps/web/dist';
}

/** Throws one sentence per wrong setting. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const known = Object.keys({ ...new Config(), DATABASE_URL: '', REDIS_URL: '', AUTH_SECRET: '' });
  const given = Object.fromEntries(known.filter((key) => env[key]).map((key) => [key, env[key]]));
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const wrong = validateSync(config).flatMap((error) => Object.values(error.constraints ?? {}));
  if (wrong.length > 0) throw new Error(`Searchlight cannot start: ${wrong.join('; ')}`);
  return config;
}
