import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)
const count = z.coerce.number().int().min(1)

/** Every setting: the type (with its default), and one line of what it is for. Its name is the environment variable. */
export const SETTINGS = {
  NODE_ENV: {
    type: z.enum(['development', 'test', 'production']).default('development'),
    about: '`production` refuses embedded servers, demo accounts and a missing session secret',
  },
  PORT: { type: port.default(3000), about: 'port of the API and pages; 0 takes a free one' },
  HOST: { type: z.string().default('127.0.0.1'), about: 'address to listen on' },
  PUBLIC_URL: {
    type: z.url().optional(),
    about: 'address that people use, for links in mails; default `http://localhost:PORT`',
  },
  DATA_DIR: {
    type: z.string().default('.data'),
    about: 'folder of the embedded servers, caught mails and demo accounts',
  },
  MONGODB_URI: {
    type: z
      .string()
      .regex(/^mongodb(\+srv)?:\/\//)
      .optional(),
    about: 'MongoDB ≥ 6, a replica set; none: an embedded one is started',
  },
  REDIS_URL: {
    type: z
      .string()
      .regex(/^rediss?:\/\//)
      .optional(),
    about: 'Redis ≥ 6.2 with `appendonly yes` and `noeviction`; none: an embedded one is started',
  },
  SMTP_URL: {
    type: z
      .string()
      .regex(/^smtps?:\/\//)
      .optional(),
    about: 'mail server; none: mails are caught in `DATA_DIR/mail`',
  },
  MAIL_FROM: {
    type: z.string().default('Thu Hoạch <thu-hoach@congdoan.example>'),
    about: 'sender of every mail',
  },
  MAILS_PER_MINUTE: { type: count.default(600), about: 'rate at which reminders are sent, over all workers' },
  MAILS_PER_DOMAIN_PER_MINUTE: {
    type: count.optional(),
    about:
      'rate at which reminders are sent to the addresses of one domain, over all workers; none: no such limit',
  },
  MAIL_BOUNCE: {
    type: z.email().optional(),
    about: 'address that bounces go to, each as `bounce+<mail>@…`; none: to the sender',
  },
  BOUNCE_SECRET: {
    type: z.string().min(32).optional(),
    about: 'signs what the mail server tells of bounces, at least 32 characters; none: it is not asked',
  },
  MESSAGE_WEBHOOK_URL: {
    type: z.url({ protocol: /^https?$/ }).optional(),
    about: 'gateway that texts whom mail does not reach (SMS, Zalo); none: nobody is texted',
  },
  MESSAGE_WEBHOOK_SECRET: {
    type: z.string().min(32).optional(),
    about: 'signs what is sent to it, at least 32 characters',
  },
  SESSION_SECRET: {
    type: z.string().min(32).optional(),
    about: 'signs the session cookie, at least 32 characters; needed in production',
  },
  DEMO: {
    type: z.enum(['full', 'accounts', 'off']).default('full'),
    about: '`full`: accounts, campaign, a roster and hand-ins; `accounts`: units and accounts only; `off`',
  },
  DEMO_PASSWORD: {
    type: z.string().min(8).optional(),
    about: 'password of the demo accounts instead of a random one',
  },
  UPLOADS_AT_ONCE: {
    type: count.default(256),
    about: 'uploads being received at once, each with a megabyte or two in memory; the rest wait',
  },
  STORE_CONCURRENCY: {
    type: count.default(32),
    about: 'uploads being written to MongoDB at once; the rest wait',
  },
  UPLOAD_WAIT_SECONDS: { type: count.default(30), about: 'longest wait at that door before 503' },
  UPLOAD_MINUTES: { type: count.default(15), about: 'longest time one upload may take' },
  TRUST_PROXY: {
    type: z.coerce.number().int().min(0).default(0),
    about: 'number of proxies in front whose forwarded addresses are believed',
  },
  LOG_LEVEL: {
    type: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    about: 'least level that is logged',
  },
} as const satisfies Record<string, { type: z.ZodType; about: string }>

export type SettingName = keyof typeof SETTINGS
export type Settings = { readonly [N in SettingName]: z.output<(typeof SETTINGS)[N]['type']> }
