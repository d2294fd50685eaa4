import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processFacts } from './process-facts.ts';
import { readOrNull } from './read-or-null.ts';
import { StartError } from './start-error.ts';

interface Holder {
  pid: number;
  started: string;
}

export interface FolderLock {
  /** Gives the folder free; may be called twice. */
  release(): Promise<void>;
}

/**
 * Takes a data folder for this process, by a file that names the pid and the time the process started.
 * A lock left by a crash, a reboot or a reused pid is taken over at once.
 * Throws `StartError` when a living process holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'guong-sang.lock');
  const mine = JSON.stringify(await thisProcess());
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, mine, { mode: 0o600 });
  try {
    // link() fails when the name is taken, and shows the content at once: no reader sees half a file.
    while (!(await linked(draft, file))) await removeIfStale(file, folder);
  } finally {
    await rm(draft, { force: true });
  }
  return {
    async release() {
      if ((await readOrNull(file)) === mine) await rm(file, { force: true });
    },
  };
}

async function thisProcess(): Promise<Holder> {
  return { pid: process.pid, started: (await processFacts(process.pid))?.started ?? '' };
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function removeIfStale(file: string, folder: string): Promise<void> {
  const seen = await readOrNull(file);
  if (seen === null) return;
  const holder = await livingHolder(seen);
  if (holder) throw heldBy(holder, folder);
  // Two starters may both find it stale: whoever moves away a newer lock by mistake puts it back.
  const aside = `${file}.stale.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readOrNull(aside);
  if (moved !== null && moved !== seen) await linked(aside, file);
  await rm(aside, { force: true });
}

async function livingHolder(text: string): Promise<Holder | null> {
  try {
    const holder = JSON.parse(text) as Holder;
    const facts = await processFacts(holder.pid);
    return facts !== null && facts.started === holder.started ? holder : null;
  } catch {
    return null;
  }
}

function heldBy(holder: Holder, folder: string): StartError {
  return new StartError(
    `Gương Sáng đang chạy với thư mục dữ liệu ${folder} (tiến trình ${holder.pid}). ` +
      'Hãy dừng chương trình đang chạy, hoặc đặt DATA_DIR là một thư mục khác.',
    `Gương Sáng already runs on the data folder ${folder} (process ${holder.pid}). ` +
      'Stop it, or set DATA_DIR to another folder.',
  );
}
