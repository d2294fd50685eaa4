import { join } from 'node:path';
import { SettableClock } from '../platform/clock.ts';
import { loadConfig } from '../platform/config.ts';
import { openFileStore } from '../platform/files.ts';
import { createLog } from '../platform/log.ts';
import { playEvidenceFiles } from '../sample/play-evidence-files.ts';
import { playRollupFiles } from '../sample/play-rollup.ts';
import { seedSample } from '../sample/seed.ts';
import { storedDemoDay } from '../web/demo/demo-day.ts';
import { runServer } from './run-server.ts';

/** In the middle of plan 1711, when every part of it has something to show. */
const FIRST_DAY = '2018-11-15';

/** `guong-sang demo`: the sample in a data folder of its own, on a day that can be set. */
export async function run(): Promise<void> {
  const config = loadConfig(process.env, { demo: true });
  const clock = new SettableClock(FIRST_DAY);
  await runServer({
    config,
    log: createLog(config.logLevel),
    clock,
    demo: true,
    prepare: async (db) => {
      const day = await storedDemoDay(db);
      if (day) clock.set(day);
      const present = await db.selectFrom('office').select('id').limit(1).executeTakeFirst();
      if (present) return;
      console.error('Đang nạp dữ liệu mẫu…');
      await seedSample(db, clock);
      const files = openFileStore(join(config.dataDir, 'files'));
      await playRollupFiles(db, files);
      await playEvidenceFiles(db, files);
    },
  });
}
