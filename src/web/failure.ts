import { randomBytes } from 'node:crypto';
import { brokenPage, unavailablePage } from './error-pages.tsx';
import type { Visit } from './visit.ts';

/**
 * Answers an exception: a bug gets a reference that stands in the log beside the error; a database that does not
 * answer gets its own sentence.
 */
export async function answerFailure(error: Error, visit: Visit): Promise<Response> {
  const { log } = visit.get('deps');
  const where = { method: visit.req.method, path: visit.req.path };
  if (isDatabaseLost(error)) {
    log.error({ err: error, ...where }, 'the database does not answer');
    visit.header('Retry-After', '30');
    return unavailablePage(visit);
  }
  if (visit.req.raw.signal?.aborted) {
    log.debug({ ...where }, 'the browser went away');
    return visit.body(null, 400);
  }
  const reference = randomBytes(4).toString('hex').toUpperCase();
  log.error({ err: error, reference, ...where }, 'a request failed');
  return brokenPage(visit, reference);
}

/**
 * 08: connection; 57P01–57P03: shut down or starting; 53300: no connection left; 57014: the statement took longer than
 * a person waits. The others are of Node and of the driver.
 */
const LOST_CODES =
  /^(08...|57P0[123]|53300|57014|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/;
const LOST_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

function isDatabaseLost(error: Error): boolean {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  // ENOENT of a file is a bug; of a connection (`connect`) it is a socket that is gone
  if (code === 'ENOENT' && syscall !== 'connect') return false;
  return (typeof code === 'string' && LOST_CODES.test(code)) || LOST_MESSAGES.test(error.message);
}
