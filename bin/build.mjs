import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

const dist = join(root, 'dist');
const stamp = join(dist, 'fingerprint');
const halves = { client: 'vite.config.ts', server: 'vite.server.config.ts' };

/** Builds when anything that goes into the build is not what the present `dist` was made from. */
export async function buildIfStale() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Đang dựng chương trình…');
  await build(wanted);
}

/** Builds beside, then puts both halves in place; without its stamp a half-made `dist` is built again. */
async function build(wanted) {
  // At the same depth as their places, because source maps name the sources by relative paths.
  const beside = (half) => join(dist, `${half}.new-${process.pid}`);
  const { build: viteBuild } = await import('vite');
  try {
    for (const [half, config] of Object.entries(halves)) {
      await viteBuild({
        root,
        configFile: join(root, config),
        logLevel: 'warn',
        build: { outDir: beside(half) },
      });
    }
    await rm(stamp, { force: true });
    for (const half of Object.keys(halves)) {
      await rm(join(dist, half), { recursive: true, force: true });
      await rename(beside(half), join(dist, half));
    }
    await writeFile(stamp, wanted);
  } finally {
    for (const half of Object.keys(halves)) await rm(beside(half), { recursive: true, force: true });
  }
}

/** A hash over names and contents: times of files say nothing after a checkout or a copy. */
function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  const files = ['package-lock.json', 'tsconfig.json', 'bin/build.mjs', ...Object.values(halves)];
  for (const file of [...files, ...sources('src')]) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function sources(folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build(fingerprint());
