import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

/** Commands that need the tools of development too. */
const NEED_TOOLS = ['bench'];

/**
 * Makes the program ready to run on a machine that has only Node and npm.
 * @param {string} [command] what will be run
 * @returns {Promise<string>} the address of the built program, to be imported
 */
export async function prepare(command) {
  const { installMissing } = await import('./install.mjs');
  await installMissing({ dev: NEED_TOOLS.includes(command) });
  // Only now: the build needs Vite, which may just have been installed.
  const { buildIfStale } = await import('./build.mjs');
  await buildIfStale();
  process.setSourceMapsEnabled(true);
  return pathToFileURL(join(root, 'dist/server/main.js')).href;
}
