import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A failure that the person at the terminal can cure: only its message is shown. */
export function expectedError(message) {
  return Object.assign(new Error(message), { expected: true });
}
