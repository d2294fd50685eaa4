import { sql } from 'kysely';
import { exemplarRoutes } from '../src/exemplars/routes.tsx';
import type { Actor } from '../src/identity/actor.ts';
import { codeFromKey, writtenCode } from '../src/leads/codes.ts';
import { sourcePart, voicePart } from '../src/leads/exemplar-parts.tsx';
import { SHORTEST_MS, signedKey } from '../src/leads/form-token.ts';
import { type Proposal, receiveLead } from '../src/leads/propose.ts';
import { CITIZEN } from '../src/leads/public-acting.ts';
import { leadRoutes, publicLeadRoutes } from '../src/leads/routes.tsx';
import { leadsSecret } from '../src/leads/secret.ts';
import { noticeRoutes } from '../src/notices/routes.tsx';
import { portalRoutes } from '../src/portal/routes.tsx';
import { type ExemplarSite, openExemplarSite, type Seen, seen } from './exemplar-site.ts';
import { actingAs, makeActor } from './factories.ts';

/** The portal and the desks over a small province in which citizens propose. */
export interface LeadDesk extends ExemplarSite {
  secret: string;
  /** Officer of the district above the commune. */
  district: Actor & { accountId: number };
  /** Reads everything that is published, and nothing of what citizens wrote. */
  press: Actor & { accountId: number };
  /** What somebody without a session gets. */
  visitor: {
    get(path: string): Promise<Seen>;
    post(path: string, fields: Record<string, string>): Promise<Seen>;
  };
  /** Fields of the public form as they are sent after a while; `changes` are typed over them. */
  fields(changes?: Record<string, string>): Record<string, string>;
  /** Sends the public form. */
  propose(changes?: Record<string, string>): Promise<Seen>;
  /** A lead that came in through the portal, with its code as written. */
  lead(changes?: Partial<Proposal>): Promise<{ id: number; code: string }>;
  /** Forgets what every address did. */
  calm(): Promise<void>;
}

export const WORDS = 'Từ năm 2014 bà hiến 300 m² đất mở đường khu 7, vận động chín nhà cùng làm theo.';

export async function openLeadDesk(): Promise<LeadDesk> {
  const opened = await openExemplarSite([
    ...portalRoutes,
    ...publicLeadRoutes,
    ...leadRoutes,
    ...noticeRoutes,
    ...exemplarRoutes({ parts: [sourcePart, voicePart] }),
  ]);
  const { site, world } = opened;
  const { db } = site;
  await db
    .insertInto('office_duty_role')
    .values({ office_id: world.place.standing.id, role: 'standing_body' })
    .execute();
  const secret = await leadsSecret(db);
  let n = 0;
  const fields = (changes: Record<string, string> = {}) => ({
    _khoa: signedKey(secret, new Date(site.clock.now().getTime() - SHORTEST_MS)),
    fullName: `Bà Nguyễn Thị Hòa ${++n}`,
    kind: 'individual',
    placeId: String(world.place.commune.id),
    placeWords: 'khu 7',
    what: `${WORDS} (${n})`,
    links: '',
    reachedBy: '',
    agreed: '1',
    website: '',
    ...changes,
  });
  const post = async (path: string, sent: Record<string, string>) =>
    seen(await site.visitor().post(path, sent));
  return {
    ...opened,
    secret,
    district: await makeActor(db, [['unit', world.place.district, 'branch']]),
    press: await makeActor(db, [['press', world.place.province, 'all']]),
    visitor: { get: async (path) => seen(await site.visitor().get(path)), post },
    fields,
    propose: (changes) => post('/de-xuat', fields(changes)),
    async lead(changes = {}) {
      const key = `khóa thử ${++n} ${Math.random()}`;
      const outcome = await receiveLead(actingAs(db, CITIZEN), {
        kind: 'individual',
        fullName: `Bà Nguyễn Thị Hòa ${n}`,
        placeId: world.place.commune.id,
        placeWords: 'khu 7',
        what: `${WORDS} (${n})`,
        links: [],
        reachedBy: '0912 345 678',
        trap: '',
        code: { key },
        ...changes,
      });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
      const { id, turn } = outcome.value;
      return { id, code: writtenCode(codeFromKey(secret, key, turn)) };
    },
    calm: async () => void (await sql`TRUNCATE public_attempt`.execute(db)),
  };
}

/** The code that a page shows. */
export const codeOn = ({ html }: Seen): string | null => /GS-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(html)?.[0] ?? null;
