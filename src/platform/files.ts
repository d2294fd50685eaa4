import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes kept once under their SHA-256, below the data folder. */
export interface FileStore {
  /** Keeps the bytes durably and answers their hash (hex); keeping the same bytes again changes nothing. */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws Error when nothing with this hash is kept */
  get(sha256: string): Promise<Uint8Array>;
}

const HEX_SHA256 = /^[0-9a-f]{64}$/;

export function openFileStore(folder: string): FileStore {
  const placeOf = (sha256: string) => {
    if (!HEX_SHA256.test(sha256)) throw new Error('Not a SHA-256 in hex.');
    return { folder: join(folder, sha256.slice(0, 2)), file: join(folder, sha256.slice(0, 2), sha256) };
  };
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const place = placeOf(sha256);
      const kept = await stat(place.file).catch(() => null);
      if (kept) return sha256;
      await mkdir(place.folder, { recursive: true });
      await writeDurably(place.file, bytes);
      return sha256;
    },
    get: (sha256) => readFile(placeOf(sha256).file),
  };
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
