import { sql } from 'kysely';
import { get } from './route.ts';

/** For whatever watches over the program: does it answer, and does its database? */
export const healthRoute = get('/suc-khoe', 'public', async (visit) => {
  visit.header('Cache-Control', 'no-store');
  const { db, log } = visit.get('deps');
  try {
    await sql`SELECT 1`.execute(db);
    return visit.text('tốt\n');
  } catch (err) {
    log.error({ err }, 'health: the database does not answer');
    return visit.text('cơ sở dữ liệu không trả lời\n', 503);
  }
});
