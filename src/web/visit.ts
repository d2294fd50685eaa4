import type { Context } from 'hono';
import type { Acting, Actor } from '../identity/actor.ts';
import type { OpenSession } from '../identity/sessions.ts';
import type { Clock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Db } from '../platform/db.ts';
import type { FileStore } from '../platform/files.ts';
import type { Log } from '../platform/log.ts';
import type { Assets } from './assets.ts';

/** What the whole program leans on; made once at start. */
export interface Deps {
  config: Config;
  log: Log;
  db: Db;
  clock: Clock;
  files: FileStore;
  assets: Assets;
  /** The demo shows sample banners, one-click sign-in, and lets the day be set. */
  demo: boolean;
}

export interface VisitEnv {
  Bindings: { incoming?: { socket: { remoteAddress?: string | undefined } } };
  Variables: {
    deps: Deps;
    /** Null without a session, and always on public routes: their pages are the same for everybody. */
    actor: Actor | null;
    session: OpenSession | null;
    /** Address of the browser, null when it is not known. */
    ip: string | null;
  };
}

/** One request, as handlers see it. */
export type Visit = Context<VisitEnv>;

/** @throws Error on a public route without a session: such a route must not ask */
export function actorOf(visit: Visit): Actor {
  const actor = visit.get('actor');
  if (!actor) throw new Error(`No actor on ${visit.req.path}: is the route public?`);
  return actor;
}

/** The surroundings of a command. `requestKey` is the hidden key of the form that was sent. */
export function acting(visit: Visit, requestKey: string | null = null): Acting {
  const { db, clock } = visit.get('deps');
  return { db, clock, actor: actorOf(visit), ip: visit.get('ip'), requestKey };
}
