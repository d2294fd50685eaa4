import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSession } from '../src/identity/sessions.ts';
import { SettableClock } from '../src/platform/clock.ts';
import { loadConfig } from '../src/platform/config.ts';
import { type Db, openDb } from '../src/platform/db.ts';
import { openFileStore } from '../src/platform/files.ts';
import { createLog } from '../src/platform/log.ts';
import type { Route } from '../src/web/route.ts';
import { serveRoutes } from '../src/web/serve-routes.ts';
import type { Deps } from '../src/web/visit.ts';
import { freshDatabase } from './database.ts';
import { TEST_DAY } from './factories.ts';

export type FormFields = Record<string, string | string[]>;

/** A browser as far as HTTP goes: it keeps cookies, sends forms from our own pages, and does not follow redirects. */
export interface Browser {
  cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, fields?: FormFields | FormData, headers?: Record<string, string>): Promise<Response>;
}

export interface TestSite {
  db: Db;
  clock: SettableClock;
  deps: Deps;
  /** Nobody signed in. */
  visitor(): Browser;
  /** Somebody with an open session, as `makeActor` made them. */
  signedIn(actor: { accountId: number | null }): Promise<Browser>;
  close(): Promise<void>;
}

/** The routes served on a database of their own, on the test day. `env` is what the settings say. */
export async function openTestSite(
  routes: readonly Route[] | ((deps: Deps) => readonly Route[]),
  options: { demo?: boolean; env?: NodeJS.ProcessEnv; assetsFolder?: string } = {},
): Promise<TestSite> {
  const database = await freshDatabase();
  const { db, close } = openDb(database.url);
  const dataDir = await mkdtemp(join(tmpdir(), 'guong-sang-site-'));
  const clock = new SettableClock(TEST_DAY);
  const demo = options.demo ?? false;
  const deps: Deps = {
    config: loadConfig({ LOG_LEVEL: 'silent', ...options.env, DATA_DIR: dataDir }, { demo }),
    log: createLog('silent'),
    db,
    clock,
    demo,
    files: openFileStore(join(dataDir, 'files')),
    assets: {
      css: '/assets/app.css',
      officeCss: '/assets/office.css',
      picturesCss: '/assets/pictures.css',
      icon: '/assets/icon.svg',
      script: (name) => `/assets/${name}.js`,
      folder: options.assetsFolder ?? join(dataDir, 'client'),
    },
  };
  const app = serveRoutes(deps, typeof routes === 'function' ? routes(deps) : routes);
  return {
    db,
    clock,
    deps,
    visitor: () => browser((request) => app.fetch(request)),
    async signedIn(actor) {
      if (actor.accountId === null) throw new Error('The program itself does not sign in.');
      const token = await startSession(db, actor.accountId, 12, { ip: null, userAgent: null });
      return browser((request) => app.fetch(request), new Map([['gs_phien', token]]));
    },
    async close() {
      await close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const ADDRESS = 'http://localhost:8080';

function browser(
  send: (request: Request) => Response | Promise<Response>,
  cookies = new Map<string, string>(),
): Browser {
  const visit = async (path: string, init: RequestInit, headers: Record<string, string>) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const request = new Request(ADDRESS + path, { ...init, headers: { cookie, ...headers } });
    const response = await send(request);
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    return response;
  };
  return {
    cookies,
    get: (path, headers = {}) => visit(path, {}, headers),
    post: (path, fields = {}, headers = {}) =>
      visit(path, { method: 'POST', body: bodyOf(fields) }, { origin: ADDRESS, ...headers }),
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

function bodyOf(fields: FormFields | FormData): URLSearchParams | FormData {
  if (fields instanceof FormData) return fields;
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, one]),
  );
  return new URLSearchParams(pairs);
}

/** The values of the hidden fields of the first form on a page that posts to `action` (of any form without it). */
export function hiddenFields(html: string, action?: string): Record<string, string> {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((one) => !action || one.includes(`action="${action}"`)) ?? '';
  const inputs = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map((match) => [match[1] ?? '', match[2] ?? '']));
}
