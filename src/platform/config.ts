import { resolve } from 'node:path';
import { z } from 'zod';
import type { LogLevel } from './log.ts';
import { projectRoot } from './project-root.ts';
import { StartError } from './start-error.ts';
import type { ClamdAddress } from './virus-check.ts';

/** The settings of one run. `docs/SETTINGS.md` lists them for whoever runs the program. */
export interface Config {
  /** TCP port; 0 takes a free one. */
  port: number;
  /** Address to listen on. */
  host: string;
  /** A real PostgreSQL server; null means the embedded one. */
  databaseUrl: string | null;
  /** Most connections that this program holds open. */
  databasePool: number;
  /** Absolute path of the folder for the embedded database and files. */
  dataDir: string;
  /** Address under which people reach the program, without a slash at its end; null means the printed one. */
  publicUrl: string | null;
  logLevel: LogLevel;
  /** Hours without a click after which somebody must sign in again. */
  sessionHours: number;
  /** Largest file that may be uploaded, in bytes. */
  uploadMaxBytes: number;
  /** The virus check of what is uploaded; null: none. */
  clamd: ClamdAddress | null;
  /** The mail server and the address that mail comes from; null: no mail is sent. */
  mail: { smtpUrl: string; from: string } | null;
  /** Believe X-Forwarded-For and X-Forwarded-Proto: only behind a proxy of one's own. */
  trustProxy: boolean;
}

const YES = ['1', 'true', 'yes', 'on'];
const NO = ['0', 'false', 'no', 'off'];

const wholeNumber = (from: number, to: number) => {
  const expected = `một số nguyên từ ${from} đến ${to}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, expected)
    .transform(Number)
    .refine((number) => number >= from && number <= to, expected);
};

const address = (protocols: RegExp, expected: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.test(new URL(text).protocol), {
    error: expected,
    abort: true,
  });

/** What the environment may say. The message of each check completes the sentence "… nhưng cần …". */
export const environmentSchema = z.object({
  PORT: wholeNumber(0, 65_535).default(8080),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'một địa chỉ hoặc tên máy, ví dụ 127.0.0.1 hay 0.0.0.0')
    .default('127.0.0.1'),
  DATABASE_URL: address(/^postgres(ql)?:$/, 'dạng postgres://người-dùng:mật-khẩu@máy:5432/tên').optional(),
  DATABASE_POOL: wholeNumber(1, 200).default(10),
  DATA_DIR: z.string().optional(),
  PUBLIC_URL: address(/^https?:$/, 'một địa chỉ web đầy đủ, ví dụ https://guongsang.phutho.gov.vn')
    .refine(
      (text) => new URL(text).pathname === '/' && !/[?#]/.test(text),
      'một địa chỉ web không có đường dẫn phía sau tên miền',
    )
    .transform((text) => new URL(text).origin)
    .optional(),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'một trong: trace, debug, info, warn, error, fatal, silent',
    )
    .default('info'),
  SESSION_HOURS: wholeNumber(1, 720).default(12),
  UPLOAD_MAX_MB: wholeNumber(1, 500).default(20),
  CLAMD_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'một địa chỉ hoặc tên máy, ví dụ 127.0.0.1')
    .optional(),
  CLAMD_PORT: wholeNumber(1, 65_535).default(3310),
  CLAMD_SOCKET: z.string().regex(/^\//, 'một đường dẫn đầy đủ, ví dụ /run/clamav/clamd.ctl').optional(),
  SMTP_URL: address(/^smtps?:$/, 'dạng smtp://người-dùng:mật-khẩu@máy:587 hoặc smtps://…:465').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\s@<>]+@[^\s@<>]+$/, 'một địa chỉ thư, ví dụ thidua@phutho.gov.vn')
    .optional(),
  TRUST_PROXY: z
    .enum([...YES, ...NO], '1 (có) hoặc 0 (không)')
    .transform((text) => YES.includes(text))
    .default(false),
});

/**
 * Reads the settings from the environment; an empty value counts as not set. Relative folders are below the
 * folder in which the program was started.
 *
 * @param options.demo the demo keeps its own data folder
 * @throws StartError naming every wrong setting, its value and what is expected
 */
export function loadConfig(env: NodeJS.ProcessEnv, options: { demo: boolean }): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) throw wrongSettings(parsed.error.issues, given);
  const settings = parsed.data;
  if (settings.SMTP_URL && !settings.MAIL_FROM) throw noSender();
  if (settings.CLAMD_HOST && settings.CLAMD_SOCKET) throw twoClamds();
  return {
    port: settings.PORT,
    host: settings.HOST,
    databaseUrl: settings.DATABASE_URL ?? null,
    databasePool: settings.DATABASE_POOL,
    dataDir: settings.DATA_DIR
      ? resolve(settings.DATA_DIR)
      : resolve(projectRoot(), options.demo ? 'data-demo' : 'data'),
    publicUrl: settings.PUBLIC_URL ?? null,
    logLevel: settings.LOG_LEVEL,
    sessionHours: settings.SESSION_HOURS,
    uploadMaxBytes: settings.UPLOAD_MAX_MB * 1024 * 1024,
    clamd: clamdOf(settings),
    mail:
      settings.SMTP_URL && settings.MAIL_FROM
        ? { smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM }
        : null,
    trustProxy: settings.TRUST_PROXY,
  };
}

function clamdOf({ CLAMD_HOST, CLAMD_PORT, CLAMD_SOCKET }: z.output<typeof environmentSchema>) {
  if (CLAMD_SOCKET) return { socket: CLAMD_SOCKET };
  return CLAMD_HOST ? { host: CLAMD_HOST, port: CLAMD_PORT } : null;
}

const twoClamds = () =>
  new StartError(
    'Đã đặt cả CLAMD_HOST và CLAMD_SOCKET; hãy chỉ đặt một trong hai.',
    'Both CLAMD_HOST and CLAMD_SOCKET are set. See docs/SETTINGS.md.',
  );

const noSender = () =>
  new StartError(
    'Đã đặt SMTP_URL nhưng chưa đặt MAIL_FROM; hãy ghi địa chỉ thư mà thông báo được gửi đi từ đó.',
    'MAIL_FROM is missing beside SMTP_URL. See docs/SETTINGS.md.',
  );

function wrongSettings(issues: z.core.$ZodIssue[], given: NodeJS.ProcessEnv): StartError {
  const names = [...new Set(issues.map((issue) => String(issue.path[0])))];
  const lines = names.map((name) => {
    const expected = issues.find((issue) => issue.path[0] === name)?.message;
    return `Thiết lập ${name} đang là "${withoutPassword(given[name] ?? '')}" nhưng cần ${expected}.`;
  });
  return new StartError(
    lines.join('\n'),
    `Wrong setting${names.length > 1 ? 's' : ''}: ${names.join(', ')}. See docs/SETTINGS.md.`,
  );
}

/** The sentence may end up in a log. */
const withoutPassword = (text: string) => text.replace(/(:\/\/[^:/@]*):[^@]*@/, '$1:…@');
