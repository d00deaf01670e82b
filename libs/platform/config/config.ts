import { plainToInstance, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
  type ValidationError,
} from 'class-validator';
import { StartRefused } from '../errors/start-refused.js';
import { proxies, publicAddress, sender, serverAddress, type SettingCheck, weakSecret } from './checks.js';

const WholeNumber = (least: number, most: number) => (target: object, property: string) => {
  const said = { message: `${property} must be a whole number from ${least} to ${most}` };
  for (const decorate of [Type(() => Number), IsInt(said), Min(least, said), Max(most, said)])
    decorate(target, property);
};

const LOCAL_URL = { require_tld: false, require_protocol: true };

/** Every setting of every process, read once from the environment and validated before anything starts. */
export class Config {
  @IsString({ message: 'DATABASE_URL is missing: it must look like postgres://user:password@host:5432/database' })
  DATABASE_URL!: string;

  /** When set, BullMQ runs on this Redis; otherwise on Postgres. */
  @IsOptional()
  @IsString()
  REDIS_URL?: string;

  /** Signs session cookies. Changing it signs everybody out. */
  @IsString({ message: 'AUTH_SECRET is missing; make one with: openssl rand -base64 32' })
  AUTH_SECRET!: string;

  /** The address people type; links in mails start with it. */
  @IsString()
  PUBLIC_URL = 'http://127.0.0.1:3000';

  /** "yes": PUBLIC_URL may be http on another machine than this one, for a network that nobody else can listen to. */
  @IsIn(['yes', 'no'], { message: 'ALLOW_HTTP must be yes or no' })
  ALLOW_HTTP: 'yes' | 'no' = 'no';

  /** Addresses or networks of the reverse proxies in front, separated by commas; their X-Forwarded-For is believed. */
  @IsString()
  TRUST_PROXY = '';

  /** Who may set up a firm: anybody, whoever has SIGN_UP_TOKEN, or nobody. The first firm has a link of its own. */
  @IsIn(['open', 'token', 'closed'], { message: 'SIGN_UP must be open, token or closed' })
  SIGN_UP: 'open' | 'token' | 'closed' = 'closed';

  @IsOptional()
  @IsString()
  @MinLength(16, { message: 'SIGN_UP_TOKEN must be at least 16 characters; make one with: openssl rand -hex 16' })
  SIGN_UP_TOKEN?: string;

  @IsString()
  HOST = '127.0.0.1';

  @WholeNumber(0, 65535)
  PORT = 3000;

  @WholeNumber(0, 65535)
  WORKER_HEALTH_PORT = 3001;

  @IsString()
  SMTP_URL = 'smtp://127.0.0.1:1025';

  /** TLS is demanded of a plain smtp:// server unless this says "no". */
  @IsIn(['yes', 'no'], { message: 'SMTP_REQUIRE_TLS must be yes or no' })
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
  @WholeNumber(1, 64)
  MAIL_CONNECTIONS = 8;

  // a worker's planner and its deliveries each keep one for as long as they run
  @WholeNumber(4, 200)
  DATABASE_POOL = 10;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
  LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent' = 'info';

  /** The built web app; api serves it. */
  @IsString()
  WEB_DIR = 'apps/web/dist';
}

const WITHOUT_DEFAULT = {
  DATABASE_URL: '',
  REDIS_URL: '',
  AUTH_SECRET: '',
  SIGN_UP_TOKEN: '',
  MAIL_API_KEY: '',
  MAIL_WEBHOOK_SECRET: '',
};

const CHECKS = (config: Config): Partial<Record<keyof Config, SettingCheck>> => ({
  DATABASE_URL: serverAddress(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database'),
  REDIS_URL: serverAddress(['redis:', 'rediss:'], 'redis://:password@host:6379'),
  SMTP_URL: serverAddress(['smtp:', 'smtps:'], 'smtps://user:password@host:465'),
  AUTH_SECRET: weakSecret,
  PUBLIC_URL: publicAddress(config.ALLOW_HTTP === 'yes'),
  TRUST_PROXY: proxies,
  MAIL_FROM: sender,
});

/** Throws one sentence per wrong setting; none repeats a value that may be secret. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const known = Object.keys({ ...new Config(), ...WITHOUT_DEFAULT });
  const given = Object.fromEntries(known.filter((key) => env[key]).map((key) => [key, env[key]]));
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const wrong = validateSync(config).map(firstSentence);
  for (const [setting, check] of Object.entries(CHECKS(config))) {
    const value = config[setting as keyof Config];
    const refused = value ? check(String(value)) : null;
    if (refused) wrong.push(`${setting} ${refused}`);
  }
  wrong.push(...mailSettingsRefused(config), ...signUpRefused(config));
  if (wrong.length > 0) throw new StartRefused(wrong);
  return config;
}

const firstSentence = ({ property, constraints }: ValidationError): string =>
  Object.values(constraints ?? {})[0] ?? `${property} is wrong`;

// settings that are right each by itself and wrong together

function signUpRefused({ SIGN_UP, SIGN_UP_TOKEN }: Config): string[] {
  return SIGN_UP === 'token' && !SIGN_UP_TOKEN ? ['SIGN_UP is token, which needs SIGN_UP_TOKEN'] : [];
}

function mailSettingsRefused(config: Config): string[] {
  const { MAIL_TRANSPORT, MAIL_API_KEY, MAIL_API_URL } = config;
  if (MAIL_TRANSPORT === 'smtp') {
    return MAIL_API_KEY
      ? ['MAIL_API_KEY is set, but MAIL_TRANSPORT is smtp: set it to resend, or take the key away']
      : [];
  }
  if (MAIL_TRANSPORT === 'resend' && !MAIL_API_KEY) return ['MAIL_TRANSPORT is resend, which needs MAIL_API_KEY'];
  if (/^http:\/\/(?!127\.0\.0\.1|localhost|\[::1\])/.test(MAIL_API_URL)) {
    return ['MAIL_API_URL must be an https address: mails and the key would travel in the clear'];
  }
  return [];
}

/** What a restored system needs to be as it was: settings that were given and are secret. */
export function secretsGiven(env: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const secret = ['AUTH_SECRET', 'SIGN_UP_TOKEN', 'SMTP_URL', 'MAIL_API_KEY', 'MAIL_WEBHOOK_SECRET'];
  // tools/cli.mjs makes one up for commands that sign nothing
  const given = secret.filter((name) => env[name] && !(name === 'AUTH_SECRET' && env.AUTH_SECRET_MADE_UP));
  return Object.fromEntries(given.map((name) => [name, env[name] ?? '']));
}
