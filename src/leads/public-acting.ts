import { createHash } from 'node:crypto';
import type { Acting, Actor } from '../identity/actor.ts';
import type { Visit } from '../web/visit.ts';

/** Whoever writes through the portal: the history names nobody, and no address is kept. */
export const CITIZEN: Actor = { accountId: null, displayName: 'Người dân, qua trang công khai', grants: [] };
/** Whoever holds the slip of an exemplar. */
export const SLIP_HOLDER: Actor = {
  accountId: null,
  displayName: 'Người có tên, bằng mã trên phiếu',
  grants: [],
};

/** The surroundings of a public command. */
export function publicActing(visit: Visit, actor: Actor, key: string | null): Acting {
  const { db, clock } = visit.get('deps');
  return { db, clock, actor, ip: null, requestKey: key === null ? null : keptKey(key) };
}

/** Codes are made from the key of a form, so that the key itself must not stay in the database. */
export const keptKey = (key: string): string => createHash('sha256').update(`request\0${key}`).digest('hex');
