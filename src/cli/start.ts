import { systemClock } from '../platform/clock.ts';
import { loadConfig } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import { runServer } from './run-server.ts';

/** `guong-sang start`: the program for real. */
export async function run(): Promise<void> {
  const config = loadConfig(process.env, { demo: false });
  await runServer({ config, log: createLog(config.logLevel), clock: systemClock, demo: false });
}
