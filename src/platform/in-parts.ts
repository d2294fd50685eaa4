/**
 * Writes many rows part by part; while the database works on one part, the next is made ready here, so that neither waits
 * for the other. A part that fails ends the work: nothing after it is written.
 *
 * @param size how many rows are a part
 * @param ready what is to be written for the rows from the index `from` on; does not touch the database
 */
export async function writeInParts<Row, Part>(
  rows: readonly Row[],
  size: number,
  ready: (some: readonly Row[], from: number) => Part,
  write: (part: Part) => Promise<unknown>,
): Promise<void> {
  const partFrom = (from: number) => ready(rows.slice(from, from + size), from);
  if (rows.length === 0) return;
  let part = partFrom(0);
  for (let next = size; ; next += size) {
    const written = write(part);
    if (next >= rows.length) {
      await written;
      return;
    }
    // whichever fails, what is on its way to the database has ended before the caller hears of it
    const [done, ahead] = await Promise.allSettled([written, sent().then(() => partFrom(next))]);
    if (done.status === 'rejected') throw done.reason;
    if (ahead.status === 'rejected') throw ahead.reason;
    part = ahead.value;
  }
}

/** A statement is on its way to the database once what waits for it has had its turn. */
const sent = () => new Promise(setImmediate);
