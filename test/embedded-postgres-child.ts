// Holds an embedded PostgreSQL on the folder given until it is killed; tests kill it in rude ways.
// With a second argument it also runs that statement.
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start.ts';
import { createLog } from '../src/platform/log.ts';
import { runOn } from './server.ts';

const [dataDir = '', statement] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataDir, log: createLog('warn') });
process.stdout.write(`${server.url}\n`);
if (statement) await runOn(server.url, statement);
setInterval(() => undefined, 60_000);
