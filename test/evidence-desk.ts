import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { evidencePart } from '../src/exemplars/evidence-part.tsx';
import { evidenceRoutes } from '../src/exemplars/evidence-routes.tsx';
import { exemplarRoutes } from '../src/exemplars/routes.tsx';
import { makeActor, makeProvince } from './factories.ts';
import { type Browser, hiddenFields, openTestSite, type TestSite } from './site.ts';

export const PDF = strToU8('%PDF-1.7\ntrailer\n<<>>\n%%EOF\n');
export const DOCX = zipSync({ '[Content_Types].xml': strToU8('<T/>'), 'word/document.xml': strToU8('<w/>') });

export interface Sent {
  fields?: Record<string, string>;
  files?: readonly [name: string, bytes: Uint8Array][];
}

export interface EvidenceDesk {
  site: TestSite;
  /** Of the commune where the exemplars lie. */
  officer: Browser;
  officerName: string;
  /** Of another commune. */
  neighbour: Browser;
  /** Sees everything, may do nothing. */
  viewer: Browser;
  exemplarIn(state: string): Promise<number>;
  achievementOf(exemplarId: number, statement: string): Promise<number>;
  /** Opens the form as a browser does and sends it. */
  send(browser: Browser, exemplarId: number, sent: Sent): Promise<Response>;
  /** The newest evidence first. */
  kept(exemplarId: number): Promise<{ id: number; title: string; achievement_id: number | null }[]>;
  /** The names of the files on disk and the rows about them. */
  everythingStored(): Promise<string[]>;
}

/** A site with evidence forms, on which one file may have 1 MB. */
export async function openEvidenceDesk(): Promise<EvidenceDesk> {
  const site = await openTestSite([...exemplarRoutes({ parts: [evidencePart] }), ...evidenceRoutes], {
    env: { UPLOAD_MAX_MB: '1' },
  });
  const { db } = site;
  const places = await makeProvince(db);
  const made = await makeActor(db, [['unit', places.commune, 'own']]);
  return {
    site,
    officer: await site.signedIn(made),
    officerName: made.displayName,
    neighbour: await site.signedIn(await makeActor(db, [['unit', places.otherCommune, 'own']])),
    viewer: await site.signedIn(await makeActor(db, [['viewer', places.province, 'all']])),
    async exemplarIn(state) {
      const subject = await db
        .insertInto('subject')
        .values({ kind: 'household', full_name: 'Gia đình ông Thử' })
        .returning('id')
        .executeTakeFirstOrThrow();
      const exemplar = await db
        .insertInto('exemplar')
        .values({ subject_id: subject.id, office_id: places.commune.id, state, origin: 'office' })
        .returning('id')
        .executeTakeFirstOrThrow();
      return exemplar.id;
    },
    async achievementOf(exemplarId, statement) {
      const achievement = await db
        .insertInto('achievement')
        .values({ exemplar_id: exemplarId, statement })
        .returning('id')
        .executeTakeFirstOrThrow();
      return achievement.id;
    },
    async send(browser, exemplarId, sent) {
      const path = `/dien-hinh/${exemplarId}/minh-chung/moi`;
      const hidden = await hiddenIn(browser, path);
      return browser.post(path, formOf({ ...sent, fields: { ...hidden, ...sent.fields } }));
    },
    kept: (exemplarId) =>
      db
        .selectFrom('evidence')
        .selectAll()
        .where('exemplar_id', '=', exemplarId)
        .orderBy('id', 'desc')
        .execute(),
    async everythingStored() {
      const folder = join(site.deps.config.dataDir, 'files');
      const onDisk = await readdir(folder, { recursive: true }).catch(() => []);
      const rows = await db.selectFrom('file').select('sha256').execute();
      const evidence = await db.selectFrom('evidence').select('id').execute();
      return [...onDisk, ...rows.map((row) => row.sha256), ...evidence.map((row) => String(row.id))].sort();
    },
  };
}

/** The key and the version of the form on a page; the frame around the page has forms of its own. */
export async function hiddenIn(browser: Browser, path: string): Promise<Record<string, string>> {
  const page = await (await browser.get(path)).text();
  return hiddenFields(page.slice(page.indexOf('<main')));
}

export function formOf({ fields = {}, files = [] }: Sent): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  // a browser sends one nameless empty file where none was chosen
  if (files.length === 0) form.append('file', new File([], ''));
  for (const [name, bytes] of files) form.append('file', new File([new Uint8Array(bytes)], name));
  return form;
}
