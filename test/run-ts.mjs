// Runs a TypeScript file of the project in a process of its own: node test/run-ts.mjs file.ts [arguments]
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [file, ...rest] = process.argv.slice(2);
process.argv = [process.execPath, file, ...rest];
await runnerImport(file, {
  root: fileURLToPath(new URL('..', import.meta.url)),
  configFile: false,
  logLevel: 'error',
});
