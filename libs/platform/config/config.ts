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

  /** How mails leave: to an SMTP server, or to the HTTP API of Resend, which takes the same mail twice without harm. */
  @IsIn(['smtp', 'resend'], { message: 'MAIL_TRANSPORT must be smtp or resend' })
  MAIL_TRANSPORT: 'smtp' | 'resend' = 'smtp';

  @IsOptional()
  @IsString()
  MAIL_API_KEY?: string;

  @IsUrl(LOCAL_URL, { message: 'MAIL_API_URL must be an http(s) address' })
  MAIL_API_URL = 'https://api.resend.com';

  /** The signing secret of the provider's events; without it nobody may send any. */
  @IsOptional()
  @Matches(/^whsec_[A-Za-z0-9+/]{16,}={0,2}$/, {
    message: 'MAIL_WEBHOOK_SECRET must look like whsec_..., as the provider shows it',
  })
  MAIL_WEBHOOK_SECRET?: string;

  /** How many mails one worker hands over at the same time. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(64)
  MAIL_CONNECTIONS = 8;

  @Type(() => Number)
  @IsInt()
  // a worker's planner and its deliveries each keep one for as long as they run
  @Min(4)
  @Max(200)
  DATABASE_POOL = 10;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
  LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent' = 'info';

  /** The built web app; api serves it. */
  @IsString()
  WEB_DIR = 'apps/web/dist';
}

const WITHOUT_DEFAULT = { DATABASE_URL: '', REDIS_URL: '', AUTH_SECRET: '', MAIL_API_KEY: '', MAIL_WEBHOOK_SECRET: '' };

/** Throws one sentence per wrong setting. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const known = Object.keys({ ...new Config(), ...WITHOUT_DEFAULT });
  const given = Object.fromEntries(known.filter((key) => env[key]).map((key) => [key, env[key]]));
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const wrong = validateSync(config).flatMap((error) => Object.values(error.constraints ?? {}));
  wrong.push(...mailSettingsRefused(config));
  if (wrong.length > 0) throw new Error(`Searchlight cannot start: ${wrong.join('; ')}`);
  return config;
}

/** Settings that are right each by itself and wrong together. */
function mailSettingsRefused(config: Config): string[] {
  const { MAIL_TRANSPORT, MAIL_API_KEY, MAIL_API_URL } = config;
  if (MAIL_TRANSPORT === 'smtp') {
    return MAIL_API_KEY
      ? ['MAIL_API_KEY is set, but MAIL_TRANSPORT is smtp: set it to resend, or take the key away']
      : [];
  }
  if (!MAIL_API_KEY) return ['MAIL_TRANSPORT is resend, which needs MAIL_API_KEY'];
  if (/^http:\/\/(?!127\.0\.0\.1|localhost|\[::1\])/.test(MAIL_API_URL)) {
    return ['MAIL_API_URL must be an https address: mails and the key would travel in the clear'];
  }
  return [];
}
