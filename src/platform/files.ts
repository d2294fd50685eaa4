import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes kept once under their SHA-256, below the data folder. */
export interface FileStore {
  /** Keeps the bytes durably and answers their hash (hex); keeping the same bytes again changes nothing. */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws Error when nothing with this hash is kept */
  get(sha256: string): Promise<Uint8Array>;
}

/** The store as its cleaning sees it. */
export interface FileDisk extends FileStore {
  /** Whatever lies in the folder, what a crash left half written included. */
  list(): AsyncIterable<StoredFile>;
  /** Takes it off the disk; nothing happens when it is gone already. */
  remove(file: Pick<StoredFile, 'name'>): Promise<void>;
}

export interface StoredFile {
  /** The hash; with something behind it when it was left half written. */
  name: string;
  whole: boolean;
  /** Bytes. */
  size: number;
  /** When it was written, by the clock of the disk. */
  writtenAt: Date;
}

const HEX_SHA256 = /^[0-9a-f]{64}$/;
/** Written beside and never renamed: the program was ended meanwhile. */
const HALF_WRITTEN = /^[0-9a-f]{64}\.[0-9a-f-]{36}$/;

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function openFileStore(folder: string): FileDisk {
  const placeOf = (sha256: string) => {
    if (!HEX_SHA256.test(sha256)) throw new Error('Not a SHA-256 in hex.');
    return { folder: join(folder, sha256.slice(0, 2)), file: join(folder, sha256.slice(0, 2), sha256) };
  };
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes);
      const place = placeOf(sha256);
      const kept = await stat(place.file).catch(() => null);
      if (kept) return sha256;
      await mkdir(place.folder, { recursive: true });
      await writeDurably(place.file, bytes);
      return sha256;
    },
    get: (sha256) => readFile(placeOf(sha256).file),
    list: () => storedIn(folder),
    async remove({ name }) {
      if (!HEX_SHA256.test(name) && !HALF_WRITTEN.test(name)) throw new Error('Not a file of the store.');
      await rm(join(folder, name.slice(0, 2), name), { force: true });
    },
  };
}

async function* storedIn(folder: string): AsyncIterable<StoredFile> {
  for await (const shelf of entriesOf(folder)) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
    for await (const name of entriesOf(join(folder, shelf))) {
      const whole = HEX_SHA256.test(name);
      if (!whole && !HALF_WRITTEN.test(name)) continue;
      // renamed or removed since it was listed
      const found = await stat(join(folder, shelf, name)).catch(() => null);
      if (found) yield { name, whole, size: found.size, writtenAt: found.mtime };
    }
  }
}

/** Names in a folder; none where there is no folder yet. */
async function* entriesOf(folder: string): AsyncIterable<string> {
  const opened = await opendir(folder).catch(() => null);
  if (opened) for await (const { name } of opened) yield name;
}

/** Written beside, flushed, then renamed: a crash leaves the whole file or none. */
async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const beside = `${file}.${randomUUID()}`;
  const handle = await open(beside, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}
