import { sql } from 'kysely';
import type { Reader } from '../../platform/db.ts';
import type { EventInList } from './events.ts';

/** What a thing is called in a sentence and where it can be opened. */
export interface NamedThing {
  name: string;
  href: string | null;
}

interface Source {
  word: string;
  names(db: Reader, ids: number[]): Promise<{ id: number; name: string | null }[]>;
  path: string;
}

const SOURCES: Record<string, Source> = {
  account: {
    word: 'tài khoản',
    path: '/tai-khoan',
    names: (db, ids) =>
      db.selectFrom('account').select(['id', 'display_name as name']).where('id', 'in', ids).execute(),
  },
  office: {
    word: 'đơn vị',
    path: '/don-vi',
    names: (db, ids) => db.selectFrom('office').select(['id', 'name']).where('id', 'in', ids).execute(),
  },
  plan: {
    word: 'kế hoạch',
    path: '/ke-hoach',
    names: (db, ids) =>
      db.selectFrom('plan').select(['id', 'number as name']).where('id', 'in', ids).execute(),
  },
  criteria_set: {
    word: 'bộ tiêu chí',
    path: '/danh-muc/tieu-chi',
    names: (db, ids) => db.selectFrom('criteria_set').select(['id', 'name']).where('id', 'in', ids).execute(),
  },
  measure: {
    word: 'chỉ số',
    path: '/danh-muc/chi-so',
    names: (db, ids) => db.selectFrom('measure').select(['id', 'name']).where('id', 'in', ids).execute(),
  },
  norm: {
    word: 'định mức',
    path: '/danh-muc/dinh-muc',
    names: (db, ids) => db.selectFrom('norm').select(['id', 'name']).where('id', 'in', ids).execute(),
  },
  duty: {
    word: 'nhiệm vụ',
    path: '/nhiem-vu/dinh-ky',
    names: (db, ids) => db.selectFrom('duty').select(['id', 'name']).where('id', 'in', ids).execute(),
  },
  duty_item: {
    word: 'việc',
    path: '/nhiem-vu/muc',
    names: (db, ids) =>
      db
        .selectFrom('duty_item as i')
        .innerJoin('duty as d', 'd.id', 'i.duty_id')
        .innerJoin('office as o', 'o.id', 'i.office_id')
        .select(['i.id', sql<string>`d.name || ' của ' || o.name`.as('name')])
        .where('i.id', 'in', ids)
        .execute(),
  },
  bloc: {
    word: 'khối thi đua',
    path: '/danh-muc/khoi-thi-dua',
    names: (db, ids) => db.selectFrom('bloc').select(['id', 'name']).where('id', 'in', ids).execute(),
  },
  exemplar: {
    word: 'hồ sơ',
    path: '/dien-hinh',
    names: (db, ids) =>
      db
        .selectFrom('exemplar as e')
        .innerJoin('subject as s', 's.id', 'e.subject_id')
        .select(['e.id', 's.full_name as name'])
        .where('e.id', 'in', ids)
        .execute(),
  },
  subject: {
    word: 'chủ thể',
    path: '/chu-the',
    names: (db, ids) =>
      db.selectFrom('subject').select(['id', 'full_name as name']).where('id', 'in', ids).execute(),
  },
  decision_list: {
    word: 'danh sách quyết định',
    path: '/quyet-dinh-lua-chon',
    names: (db, ids) =>
      db
        .selectFrom('decision_list as l')
        .innerJoin('pilot_field as f', 'f.id', 'l.field_id')
        .select(['l.id', sql<string>`'số ' || l.id || ', ' || f.name`.as('name')])
        .where('l.id', 'in', ids)
        .execute(),
  },
  lead: {
    word: 'lời giới thiệu',
    path: '/loi-gioi-thieu',
    names: (db, ids) =>
      db.selectFrom('lead').select(['id', 'full_name as name']).where('id', 'in', ids).execute(),
  },
  import: {
    word: 'danh sách',
    path: '/nhap-danh-sach',
    names: (db, ids) =>
      db
        .selectFrom('import_batch')
        .select(['id', sql<string>`coalesce(source_name, 'dán vào') || ' (số ' || id || ')'`.as('name')])
        .where('id', 'in', ids)
        .execute(),
  },
  unit_plan: {
    word: 'kế hoạch của',
    path: '/ke-hoach-don-vi',
    names: (db, ids) =>
      db
        .selectFrom('unit_plan as u')
        .innerJoin('office as o', 'o.id', 'u.office_id')
        .select(['u.id', 'o.name'])
        .where('u.id', 'in', ids)
        .execute(),
  },
  report: {
    word: '',
    path: '/bao-cao',
    names: (db, ids) =>
      db
        .selectFrom('report as r')
        .innerJoin('report_form as f', 'f.id', 'r.form_id')
        .innerJoin('office as o', 'o.id', 'r.office_id')
        .select(['r.id', sql<string>`f.name || ' ' || r.year || ' của ' || o.name`.as('name')])
        .where('r.id', 'in', ids)
        .execute(),
  },
  report_form: {
    word: 'mẫu',
    path: '/danh-muc/mau-bao-cao',
    names: (db, ids) =>
      db
        .selectFrom('report_form')
        .select(['id', sql<string>`name || ' (lần ' || edition || ')'`.as('name')])
        .where('id', 'in', ids)
        .execute(),
  },
  report_template: {
    word: 'mẫu Word',
    path: '/bao-cao/mau-word',
    names: (db, ids) =>
      db.selectFrom('report_template').select(['id', 'name']).where('id', 'in', ids).execute(),
  },
};

/** Names of the things of a page of events: one query for each sort of thing, however many events there are. */
export async function nameThings(
  db: Reader,
  events: readonly EventInList[],
): Promise<Map<string, NamedThing>> {
  const named = new Map<string, NamedThing>();
  for (const [thing, source] of Object.entries(SOURCES)) {
    const ids = [...new Set(events.filter((event) => event.thing === thing).map((event) => event.thingId))];
    if (ids.length === 0) continue;
    for (const { id, name } of await source.names(db, ids))
      named.set(`${thing}:${id}`, {
        name: `${source.word} ${name ?? ''}`.trim(),
        href: `${source.path}/${id}`,
      });
  }
  return named;
}

/** A thing without a name: of the program itself, or of a sort that this version does not know. */
export const nameOf = (named: Map<string, NamedThing>, event: EventInList): NamedThing | null =>
  named.get(`${event.thing}:${event.thingId}`) ?? null;
