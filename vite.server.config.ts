import { defineConfig } from 'vite';

/** The program itself as modules for Node; packages stay in node_modules. */
export default defineConfig({
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx', development: false } },
  build: {
    outDir: 'dist/server',
    emptyOutDir: true,
    ssr: 'src/cli/main.ts',
    target: 'node20.19',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      // Every package, also one that is not installed: tools of the bench are not needed by `npm start`.
      external: /^(?![./]|[A-Za-z]:|\0)/,
      output: { entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
