import { sql } from 'kysely';
import type { ExemplarState } from '../src/exemplars/workflow.ts';
import { portalRoutes } from '../src/portal/routes.tsx';
import { makePlan, makeProvince, type Province } from './factories.ts';
import { openTestSite } from './site.ts';

/** The portal over a small province. */
export interface PortalSite {
  db: Awaited<ReturnType<typeof openTestSite>>['db'];
  place: Province;
  fieldId: number;
  /** Writes an exemplar directly, with private facts that must never show. */
  make(options?: Made): Promise<number>;
  /** What a visitor without a session gets. */
  read(path: string): Promise<{ status: number; headers: Headers; html: string }>;
  /** Takes away everything that was made. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

export interface Made {
  name?: string;
  state?: ExemplarState;
  consent?: 'standing' | 'withdrawn' | 'registration' | 'none';
  honours?: string[];
  title?: string;
  statement?: string;
  sample?: boolean;
  kind?: 'individual' | 'collective' | 'household';
}

export async function openPortal(): Promise<PortalSite> {
  const site = await openTestSite(portalRoutes, { env: { PUBLIC_URL: 'https://guongsang.example.vn' } });
  const { db } = site;
  const place = await makeProvince(db);
  const plan = await makePlan(db, place.lead);
  return {
    db,
    place,
    fieldId: plan.fieldId,
    make: (options = {}) => make(db, { officeId: place.commune.id, ...plan }, options),
    async read(path) {
      const response = await site.visitor().get(path);
      return { status: response.status, headers: response.headers, html: await response.text() };
    },
    async empty() {
      await sql`TRUNCATE honour, consent, achievement, exemplar_step, exemplar, subject CASCADE`.execute(db);
    },
    close: () => site.close(),
  };
}

interface Where {
  officeId: number;
  planId: number;
  fieldId: number;
}

async function make(db: PortalSite['db'], where: Where, options: Made): Promise<number> {
  const { state = 'honoured', consent = 'standing', honours = ['2018-11-01'], kind = 'individual' } = options;
  const subject = await db
    .insertInto('subject')
    .values({
      kind,
      full_name: options.name ?? 'Nguyễn Thị Hòa',
      birth_year: 1960,
      place: 'số nhà 14 khu 7',
      position: 'CHỨC VỤ RIÊNG',
      representative: 'NGƯỜI ĐẠI DIỆN',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const exemplar = await db
    .insertInto('exemplar')
    .values({
      subject_id: subject.id,
      plan_id: where.planId,
      field_id: where.fieldId,
      office_id: where.officeId,
      state,
      origin: 'office',
      title: options.title ?? null,
      statement: options.statement ?? 'Hiến đất mở đường.',
      sources: ['https://bao.example/bai'],
      source_note: 'GHI CHÚ NGUỒN',
      last_reason: 'LÝ DO NỘI BỘ',
      is_sample: options.sample ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const day of honours)
    await db
      .insertInto('honour')
      .values({
        exemplar_id: exemplar.id,
        honoured_on: day,
        occasion: 'Hội nghị tổng kết',
        level: 'province',
      })
      .execute();
  if (consent !== 'none')
    await db
      .insertInto('consent')
      .values({
        exemplar_id: exemplar.id,
        scope: consent === 'registration' ? 'registration' : 'publication',
        given_on: '2018-01-01',
        withdrawn_on: consent === 'withdrawn' ? '2018-02-01' : null,
        how: 'paper',
        note: 'GHI CHÚ ĐỒNG Ý',
      })
      .execute();
  return exemplar.id;
}
