import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/**
 * The folder that holds package.json: SQL files, seeds and built assets are read from there, whether the code
 * runs from its sources (tests) or from the bundle in `dist/server`.
 */
export function projectRoot(): string {
  if (found) return found;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'db/migrations'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('db/migrations was not found above the program.');
    folder = above;
  }
  found = folder;
  return folder;
}
