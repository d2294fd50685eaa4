// Everything that must hold before a change is taken: types, lint, the build, all tests. What is given on the
// command line goes to vitest, e.g. `npm test -- src/offices`.
import './node-version.mjs';
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installMissing } from './install.mjs';
import { root } from './root.mjs';
import { makeScratch } from './scratch.mjs';
import { countTests, lastLine } from './test-count.mjs';

const scratch = makeScratch();
// heard by all that is started from here
process.env.TMPDIR = scratch;
const resultFile = join(scratch, 'result.json');
const vitestArgs = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`];

try {
  await installMissing({ dev: true });
  const checks = [
    await step('Types', 'typescript/bin/tsc', ['--noEmit']),
    await step('Lint', '@biomejs/biome/bin/biome', ['check']),
    await step('Build', '../bin/build.mjs', []),
  ];
  const testsPassed = await step('Tests', 'vitest/vitest.mjs', [...vitestArgs, ...process.argv.slice(2)]);
  const total = countTests({ checks, testsPassed, result: resultOrNull() });
  process.exitCode = total.failed === 0 ? 0 : 1;
  console.log(lastLine(total));
} catch (error) {
  console.error(error.expected ? error.message : error);
  process.exitCode = 1;
  console.log(lastLine({ passed: 0, failed: 1, skipped: 0 }));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Runs one tool of node_modules; answers whether it found nothing wrong. */
async function step(name, tool, args) {
  console.log(`\n── ${name} ──`);
  const child = spawn(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  const code = await new Promise((resolve) => {
    child.once('error', resolve);
    child.once('close', resolve);
  });
  if (code !== 0) console.log(`${name}: failed (${code})`);
  return code === 0;
}

function resultOrNull() {
  try {
    return JSON.parse(readFileSync(resultFile, 'utf8'));
  } catch {
    return null;
  }
}
