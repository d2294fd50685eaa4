import type { Actor } from '../src/identity/actor.ts';
import type { Route } from '../src/web/route.ts';
import { makeActor, makePlan, makeProvince } from './factories.ts';
import type { ExemplarWorld } from './oracles/exemplar-world.ts';
import { type Browser, hiddenFields, openTestSite, type TestSite } from './site.ts';

/** Routes served over a small province with its plan and its people, for tests of the screens of exemplars. */
export interface ExemplarSite {
  site: TestSite;
  world: ExemplarWorld;
  /** A browser with an open session. */
  as(actor: Actor): Promise<Browser>;
  close(): Promise<void>;
}

export async function openExemplarSite(routes: readonly Route[]): Promise<ExemplarSite> {
  const site = await openTestSite(routes);
  const { db } = site;
  const place = await makeProvince(db);
  const world: ExemplarWorld = {
    db,
    url: '',
    place,
    plan: await makePlan(db, place.lead),
    unit: await makeActor(db, [['unit', place.commune, 'own']], 'Lê Thị Đơn Vị'),
    lead: await makeActor(db, [['lead', place.lead, 'own']], 'Trần Văn Chủ Trì'),
    otherLead: await makeActor(db, [['lead', place.lead, 'own']]),
    standing: await makeActor(db, [['standing', place.standing, 'all']]),
    leader: await makeActor(db, [['leader', place.province, 'branch']]),
    stranger: await makeActor(db, [['unit', place.otherCommune, 'own']]),
    close: () => site.close(),
  };
  return { site, world, as: (actor) => site.signedIn(actor), close: () => site.close() };
}

export interface Seen {
  status: number;
  html: string;
  /** The words of the main part, without marks of HTML. */
  text: string;
  location: string | null;
}

export async function seen(response: Response): Promise<Seen> {
  const html = await response.text();
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  return { status: response.status, html, text: wordsOf(main), location: response.headers.get('location') };
}

const ENTITIES: Record<string, string> = {
  '&quot;': '"',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
};

const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(quot|amp|lt|gt|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();

export const open = async (browser: Browser, path: string): Promise<Seen> => seen(await browser.get(path));

/** Opens a form and sends it with these fields, as a browser without scripts does. */
export async function send(
  browser: Browser,
  path: string,
  fields: Record<string, string | string[]>,
): Promise<Seen> {
  const { html } = await open(browser, path);
  return seen(await browser.post(path, { ...hiddenFields(html, path), ...fields }));
}

/** The sentence that stands at the field itself, not only in the summary; empty when there is none. */
export const errorAt = ({ html }: Seen, field: string): string =>
  new RegExp(`id="f-${field}-error"[\\s\\S]*?Lỗi: </span>([^<]*)`).exec(html)?.[1] ?? '';
