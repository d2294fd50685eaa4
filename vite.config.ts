import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const islands = readdirSync(join(import.meta.dirname, 'src/islands'))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => `src/islands/${name}`);

/** What runs in a browser: the style sheet, the icon and one script per island, under hashed names with a manifest. */
export default defineConfig({
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx/dom' } },
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: true,
    // Fonts stay files: a browser fetches only the subsets that a page needs, and keeps them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['src/ui/app.css', 'src/ui/office.css', 'src/ui/pictures.css', 'src/ui/icon.svg', ...islands],
    },
  },
});
