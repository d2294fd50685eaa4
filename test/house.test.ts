import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/platform/project-root.ts';

/** Low to high: a folder imports only from folders to its left, and from itself. */
const ORDER = [
  ...[
    'platform',
    'audit',
    'identity',
    'offices',
    'calendar',
    'workflow',
    'papers',
    'ui',
    'web',
    'desks',
    'evidence',
    'places',
  ],
  ...[
    'subjects',
    'measures',
    'criteria',
    'plans',
    'duties',
    'unit-plans',
    'exemplars',
    'nurturing',
    'choosing',
    'reviews',
    'practices',
    'awards',
  ],
  ...['stories', 'reports', 'notices', 'rehearsal', 'search', 'imports', 'portal', 'leads'],
  ...['sample', 'app', 'cli'],
];

const MAX_LINES = 200;
/** A file may be longer when its first lines say why: `// long: <reason>`. */
const EXCUSE = /^(\/\/|--|\/\*|#)\s*long: \S.{10,}/m;
const GENERATED = new Set(['src/platform/db-types.ts']);

const root = projectRoot();
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\n')
  .filter((name) => /\.(ts|tsx|css|sql|mjs)$/.test(name) && !GENERATED.has(name))
  // git still lists a file that was deleted and not yet committed
  .filter((name) => existsSync(join(root, name)));
const read = (name: string) => readFileSync(join(root, name), 'utf8');

/** The place of a source file in the order; app.tsx is a room of its own. */
function rank(path: string): number {
  const room = path === 'src/app.tsx' ? 'app' : path.split('/')[1];
  return ORDER.indexOf(room ?? '');
}

/** Tests may look anywhere; islands run in a browser and are built apart. */
const isBoundSource = (name: string) =>
  /^src\/.*\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith('src/islands/');

function importsOf(name: string): string[] {
  const found = read(name).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...found].map((match) => normalize(join(dirname(name), match[1] ?? '')));
}

describe('the house', () => {
  it('is large enough for this test to mean something', () => {
    expect(files.filter(isBoundSource).length).toBeGreaterThan(20);
  });

  it('gives every source folder a place in the order of imports', () => {
    expect(files.filter(isBoundSource).filter((name) => rank(name) < 0)).toEqual([]);
  });

  it('lets a folder import only from folders to its left', () => {
    const wrong = files
      .filter(isBoundSource)
      .flatMap((name) => importsOf(name).map((target) => ({ name, target })))
      .filter(({ target }) => target.startsWith('src/'))
      .filter(({ name, target }) => rank(target) > rank(name) || target.startsWith('src/islands/'))
      .map(({ name, target }) => `${name} → ${target}`);
    expect(wrong).toEqual([]);
  });

  it('keeps every file within 200 lines, unless its top says why not', () => {
    const long = files
      .map((name) => ({ name, text: read(name) }))
      .filter(({ text }) => text.split('\n').length - 1 > MAX_LINES)
      .filter(({ text }) => !EXCUSE.test(text.split('\n').slice(0, 5).join('\n')))
      .map(({ name, text }) => `${name}: ${text.split('\n').length - 1} lines`);
    expect(long).toEqual([]);
  });

  it('writes a table only from the commands of the folder that owns it', () => {
    const writes = /\.(?:insertInto|updateTable|deleteFrom)\('(\w+)'\)/g;
    const owners = new Map<string, Set<string>>();
    for (const name of files.filter(isBoundSource).filter((one) => !one.startsWith('src/sample/'))) {
      for (const match of read(name).matchAll(writes)) {
        const table = match[1] ?? '';
        const room = name.split('/')[1] ?? '';
        owners.set(table, (owners.get(table) ?? new Set()).add(room));
      }
    }
    const shared = [...owners]
      .filter(([, rooms]) => rooms.size > 1)
      .map(([table, rooms]) => `${table}: ${[...rooms]}`);
    expect(shared).toEqual([]);
  });

  it('keeps rules pure: no database, framework or clock in a rules file', () => {
    const impure = files
      .filter((name) => /\/(rules|workflow|work-rules|table)\.ts$/.test(name))
      .filter((name) =>
        /from '(kysely|hono|pg)|platform\/(db|clock)\.ts'|new Date\(\)|Date\.now/.test(read(name)),
      );
    expect(impure).toEqual([]);
  });

  it('puts nothing in the place of a module, a clock or a global: the files of a worker share them', () => {
    const replaced = /\bvi\.(mock|doMock|stubGlobal|stubEnv|useFakeTimers|resetModules)\b/;
    expect(files.filter((name) => /\.test\.tsx?$/.test(name) && replaced.test(read(name)))).toEqual([]);
  });
});
