import pg from 'pg';
import type { Config } from '../platform/config.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/start.ts';
import type { Log } from '../platform/log.ts';
import { StartError } from '../platform/start-error.ts';

export interface RunningDatabase {
  url: string;
  /** Where it is, for the person at the terminal; without a password. */
  described: string;
  /** Ends the embedded server; a real one goes on without us. */
  stop(): Promise<void>;
}

const OLDEST_VERSION = 15;

/**
 * The database of the settings: the real server of `DATABASE_URL`, or the embedded one below the data folder.
 *
 * @param onLost called when the embedded server ends although nobody stopped it
 * @throws StartError when it cannot be used, with what to do about it
 */
export async function openDatabase(
  config: Config,
  log: Log,
  onLost: () => void = () => undefined,
): Promise<RunningDatabase> {
  if (config.databaseUrl === null) {
    const server = await startEmbeddedPostgres({ dataDir: config.dataDir, log, onLost });
    return { ...server, described: 'PostgreSQL đi kèm chương trình' };
  }
  const place = withoutPassword(config.databaseUrl);
  await checkServer(config.databaseUrl, place);
  return { url: config.databaseUrl, described: place, stop: async () => undefined };
}

async function checkServer(url: string, place: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version,
              current_setting('server_encoding') AS encoding`,
    );
    const { version = 0, encoding = '' } = rows[0] ?? {};
    if (version < OLDEST_VERSION) throw tooOld(place, version);
    if (encoding !== 'UTF8') throw notUnicode(place, encoding);
  } catch (error) {
    throw error instanceof StartError ? error : unreachable(place, error as Error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function withoutPassword(url: string): string {
  const address = new URL(url);
  return `${address.host || 'localhost'}${address.pathname}`;
}

function unreachable(place: string, cause: Error): StartError {
  return new StartError(
    `Không kết nối được cơ sở dữ liệu ${place}. Hãy kiểm tra DATABASE_URL (máy, cổng, tên, mật khẩu) ` +
      'và máy chủ PostgreSQL đang chạy hay không.',
    `The database ${place} cannot be reached: ${cause.message || String(cause)}`,
  );
}

function tooOld(place: string, version: number): StartError {
  return new StartError(
    `Máy chủ ${place} chạy PostgreSQL ${version}; cần PostgreSQL ${OLDEST_VERSION} trở lên.`,
    `${place} runs PostgreSQL ${version}; ${OLDEST_VERSION} or newer is needed.`,
  );
}

function notUnicode(place: string, encoding: string): StartError {
  return new StartError(
    `Cơ sở dữ liệu ${place} dùng bảng mã ${encoding}; cần UTF8 để ghi đúng tiếng Việt.`,
    `The database ${place} is encoded as ${encoding}; UTF8 is needed.`,
  );
}
