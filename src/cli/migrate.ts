import { loadConfig } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import { migrate } from '../platform/migrate.ts';
import { openDatabase } from './open-database.ts';

/** `guong-sang migrate`: brings the schema up to date and ends; `start` does the same by itself. */
export async function run(): Promise<void> {
  const config = loadConfig(process.env, { demo: false });
  const database = await openDatabase(config, createLog(config.logLevel));
  try {
    const names = await migrate(database.url);
    console.log(
      names.length === 0
        ? 'Cấu trúc cơ sở dữ liệu đã là bản mới nhất.'
        : `Đã chạy ${names.length} bước cập nhật cấu trúc:\n${names.map((name) => `  ${name}`).join('\n')}`,
    );
  } finally {
    await database.stop();
  }
}
